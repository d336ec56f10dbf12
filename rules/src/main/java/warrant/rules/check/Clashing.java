package warrant.rules.check;

import static warrant.rules.check.ProofChecker.require;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import warrant.graph.Entity;
import warrant.graph.Literal;
import warrant.graph.Term;
import warrant.graph.Triple;
import warrant.rules.check.Certificate.Rival;

/** The conclusions that clash with one and lost: whether they clash, and whether they lose. */
final class Clashing {
    private final Certificate.Setting setting;
    private final Map<String, Form.Group> rules;
    private final Triple own;
    private final @Nullable String ownRule;

    /** @param rule null for what is stated */
    Clashing(Certificate.Setting setting, Map<String, Form.Group> rules, Triple conclusion, @Nullable String rule) {
        this.setting = setting;
        this.rules = rules;
        this.own = conclusion;
        this.ownRule = rule;
    }

    void check(List<Rival> rivals, Set<String> applied) {
        for (Rival rival : rivals) {
            String what = rival.conclusion().toString();
            require(clash(rival), what + " does not clash with the conclusion");
            for (String id : new String[] {rival.rule(), rival.winner()}) {
                if (id != null) {
                    require(rules.containsKey(id), "rule " + id + " is not in the certificate");
                    applied.add(id);
                }
            }
            require(
                    rival.rule() == null || concludes(rule(rival.rule()), rival.conclusion()),
                    what + " is not of its rule");
            require(loses(rival), what + " does not lose by " + rival.preference());
        }
    }

    private Form.Group rule(String id) {
        Form.Group rule = rules.get(id);
        if (rule == null) {
            throw new Rejection("rule " + id + " is not in the certificate");
        }
        return rule;
    }

    /** @return whether some head of the rule could be the triple, as far as its constants say */
    private static boolean concludes(Form.Group rule, Triple triple) {
        return rule.all("then").getFirst().groups().stream()
                .anyMatch(head -> head.text(2).equals(triple.relation())
                        && fits(head.group(1), triple.subject())
                        && fits(head.group(3), triple.object()));
    }

    private static boolean fits(Form.Group place, Term term) {
        Term constant = place.word().equals("new") ? null : Arithmetic.term(place, Map.of());
        return constant == null || Value.same(constant, term);
    }

    boolean clash(Rival rival) {
        Triple other = rival.conclusion();
        if (!own.subject().equals(other.subject())) {
            return false;
        }
        if (own.relation().equals(other.relation())) {
            boolean presumed = isPresumed(ownRule) != isPresumed(rival.rule());
            return !Value.same(own.object(), other.object())
                    && (setting.functional().contains(own.relation()) || presumed);
        }
        boolean contrary = setting.contrary().stream()
                .anyMatch(pair -> pair.contains(own.relation()) && pair.contains(other.relation()));
        boolean entities = own.object() instanceof Entity && other.object() instanceof Entity;
        Literal no = Literal.bool(false);
        return contrary
                && (entities
                        ? own.object().equals(other.object())
                        : !own.object().equals(no) && !other.object().equals(no));
    }

    private boolean isPresumed(@Nullable String id) {
        Form.Group rule = id == null ? null : rules.get(id);
        return rule != null && "presume".equals(rule.field("kind"));
    }

    boolean loses(Rival rival) {
        Form.Group loser = rival.rule() == null ? null : rules.get(rival.rule());
        Form.Group winner = rival.winner() == null ? null : rules.get(rival.winner());
        boolean yields = isPresumed(rival.rule()) && !isPresumed(rival.winner());
        if (winner == null || loser == null) {
            return rival.preference().equals("STATED") && yields && winner == null;
        }
        return switch (rival.preference()) {
            case "RULE" -> yields;
            case "OVERRIDES" -> names(winner, String.valueOf(loser.field("id")));
            case "RANK" -> rank(winner) < rank(loser);
            case "ENACTED" -> {
                String later = winner.field("enacted");
                String earlier = loser.field("enacted");
                yield later != null && earlier != null && later.compareTo(earlier) > 0;
            }
            case "SPECIAL" -> Speciality.isMoreSpecial(winner, loser);
            default -> false;
        };
    }

    private static boolean names(Form.Group winner, String id) {
        return winner.all("overrides").stream().anyMatch(list -> list.rest().contains(new Form.Text(id)));
    }

    private int rank(Form.Group rule) {
        List<String> ranks = setting.ranks();
        int place = ranks.indexOf(String.valueOf(rule.field("rank")));
        return place < 0 ? ranks.size() : place;
    }
}
