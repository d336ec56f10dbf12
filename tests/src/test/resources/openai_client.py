"""What OpenAI's own client makes of the service. Prints "all well", or fails."""
import json
import os

from openai import BadRequestError, OpenAI

client = OpenAI(base_url=os.environ["ADDRESS"], api_key=os.environ["TOKEN"], max_retries=0)
model = "smollm2-135m"
assert model in [entry.id for entry in client.models.list()]

question = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What is the capital of France?"}]
whole = client.chat.completions.create(
    model=model, messages=question, max_tokens=10, seed=5, temperature=0.7, logprobs=True, top_logprobs=2
)
text = whole.choices[0].message.content
assert text and whole.usage.completion_tokens <= 10, whole
assert len(whole.choices[0].logprobs.content) == whole.usage.completion_tokens
assert len(whole.choices[0].logprobs.content[0].top_logprobs) == 2

stream = client.chat.completions.create(
    model=model, messages=question, max_tokens=10, seed=5, temperature=0.7, stream=True,
    stream_options={"include_usage": True},
)
chunks = list(stream)
assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices) == text
assert chunks[-1].usage.completion_tokens == whole.usage.completion_tokens
assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == whole.choices[0].finish_reason

schema = {"type": "object", "properties": {"city": {"type": "string", "enum": ["Paris", "Rome"]}}, "required": ["city"]}
shaped = client.chat.completions.create(
    model=model, messages=question, temperature=0,
    response_format={"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": True}},
)
assert json.loads(shaped.choices[0].message.content)["city"] in ("Paris", "Rome")

stopped = client.chat.completions.create(model=model, messages=question, temperature=0, stop=[" "], max_tokens=10)
assert " " not in stopped.choices[0].message.content and stopped.choices[0].finish_reason == "stop"

vectors = client.embeddings.create(model="all-minilm-l6-v2", input=["a dog", "a hound"])
assert [len(v.embedding) for v in vectors.data] == [384, 384]
assert sum(a * b for a, b in zip(vectors.data[0].embedding, vectors.data[1].embedding)) > 0.5

try:
    client.chat.completions.create(model="another", messages=question)
    raise SystemExit("a model that is not there was served")
except BadRequestError as refused:
    assert "another" in str(refused)
print("all well")
