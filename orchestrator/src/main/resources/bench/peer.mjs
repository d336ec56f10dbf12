// Measures llama.cpp through node-llama-cpp on the same file and the same texts as warrant.llm.bench.Bench.
// node peer.mjs MODEL.gguf REPORT.json THREADS: prints its figures as one line of JSON.
import {readFile} from "node:fs/promises";
import {getLlama, InputLookupTokenPredictor} from "node-llama-cpp";

const [file, reportFile, threads] = process.argv.slice(2);
const {workload} = JSON.parse(await readFile(reportFile, "utf8"));
const figures = [];
const add = (name, value, unit) => figures.push({name, value, unit});
const rounds = 2;
const written = 32;

const begin = performance.now();
const llama = await getLlama({gpu: false, maxThreads: Number(threads), logLevel: "error"});
const model = await llama.loadModel({modelPath: file});
const options = {contextSize: 4096, batchSize: 1024, threads: Number(threads), flashAttention: true};
const context = await model.createContext(options);
const sequence = context.getSequence();

async function evaluate(tokens) {
    await sequence.evaluateWithoutGeneratingNewTokens(tokens);
}

async function best(measured) {
    let least = Infinity;
    for (let round = 0; round <= rounds; round++) {
        const seconds = await measured(round);
        if (round > 0) least = Math.min(least, seconds);
    }
    return least;
}

async function timed(work) {
    const start = performance.now();
    await work();
    return (performance.now() - start) / 1000;
}

await evaluate(model.tokenize("A"));
add("load to first token", (performance.now() - begin) / 1000, "s");

const count = model.tokenize(workload.text).length;
add("prefill", count / await best(async (round) => {
    await sequence.clearHistory();
    const tokens = model.tokenize(round + " " + workload.text);
    return timed(() => evaluate(tokens));
}), "tokens/s");

const opening = "<|im_start|>user\n";
const closing = "<|im_end|>\n<|im_start|>assistant\n";
const prefix = model.tokenize(opening + workload.passage, true);
await sequence.clearHistory();
await evaluate(prefix);

async function back() {
    const end = sequence.nextTokenIndex;
    if (end > prefix.length) await sequence.eraseContextTokenRanges([{start: prefix.length, end}]);
}

// one question after the other over the kept prefix, each with the probabilities of the next token
add("closed questions over one passage", workload.questions.length / await best(async () => timed(async () => {
    for (const question of workload.questions) {
        await back();
        const tokens = model.tokenize("\n\n" + question + closing, true);
        await sequence.controlledEvaluate(tokens.map((token, i) =>
            i === tokens.length - 1 ? [token, {generateNext: {probabilities: true}}] : token));
    }
})), "/s");

// what batching could bring at best: all their tokens behind each other in one pass, whatever the answers
const joined = workload.questions.flatMap((question) => model.tokenize("\n\n" + question + closing, true));
add("closed questions in one pass", workload.questions.length / await best(async () => {
    await back();
    return timed(() => evaluate(joined));
}), "/s");

// answers side by side, each in a sequence of its own over the same passage
const list = "List all that is to be paid, by whom and how much.";
await context.dispose();

async function write(sequences, question, most) {
    let tokens = 0;
    await Promise.all(sequences.map(async (one, i) => {
        const end = one.nextTokenIndex;
        if (end > prefix.length) await one.eraseContextTokenRanges([{start: prefix.length, end}]);
        const asked = model.tokenize("\n\n" + question + (i === 0 ? "" : " (" + i + ")") + closing, true);
        let mine = 0;
        for await (const token of one.evaluate(asked, {temperature: 0})) {
            void token;
            tokens++;
            if (++mine >= most) break;
        }
    }));
    return tokens;
}

async function speed(name, batch, question, most, predictor) {
    const wide = await model.createContext({...options, contextSize: 1024, sequences: batch});
    const sequences = [];
    for (let i = 0; i < batch; i++) {
        const one = predictor ? wide.getSequence({tokenPredictor: new InputLookupTokenPredictor()}) : wide.getSequence();
        await one.evaluateWithoutGeneratingNewTokens(prefix);
        sequences.push(one);
    }
    let got = 0;
    const begun = await best(() => timed(() => write(sequences, question, 1)));
    const all = await best(() => timed(async () => { got = await write(sequences, question, most); }));
    add(name, (got - batch) / (all - begun), "tokens/s");
    await wide.dispose();
}

for (const batch of [1, 4, 8]) await speed("decode, " + batch + " at a time", batch, list, written, false);
await speed("decode, quoting its prompt", 1, workload.quoting, 96, false);
await speed("decode, quoting its prompt, with lookup", 1, workload.quoting, 96, true);
console.log(JSON.stringify({profile: "llama.cpp through node-llama-cpp", figures}));
process.exit(0);
