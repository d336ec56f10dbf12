package warrant.orchestrator.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NameLinksTest {
    private static final double[] FIRST = {1, 0, 0, 0};

    @Test
    void a_walk_reaches_texts_by_names_they_share_and_no_others() {
        NameLinks links = new NameLinks(List.of(Set.of("ada"), Set.of("ada", "byron"), Set.of("byron"), Set.of("kim")));

        double[] at = links.walk(FIRST);

        assertThat(at[0]).isGreaterThan(at[1]);
        assertThat(at[1]).isGreaterThan(at[2]);
        assertThat(at[2]).isPositive();
        assertThat(at[3]).isZero();
    }

    @Test
    void a_rare_name_leads_further_than_a_common_one() {
        NameLinks links = new NameLinks(List.of(
                Set.of("rare", "common"), Set.of("rare"), Set.of("common"), Set.of("common"), Set.of("common")));

        double[] at = links.walk(new double[] {1, 0, 0, 0, 0});

        assertThat(at[1]).isGreaterThan(at[2] + at[3] + at[4]);
    }

    @Test
    void a_walk_without_a_beginning_is_nowhere() {
        assertThat(new NameLinks(List.of(Set.of("ada"), Set.of("ada"))).walk(new double[2]))
                .containsOnly(0);
    }

    /** Against the plain definition: the fixed point of a dense matrix, found by many steps. */
    @Test
    void a_walk_is_personalised_page_rank() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<Set<String>> names = names(random, 12);
            double[] seeds = random.doubles(names.size()).toArray();

            double[] at = new NameLinks(names).walk(seeds);

            assertThat(Arrays.stream(at).sum()).as("seed " + seed).isCloseTo(1, within(1e-9));
            double[] expected = plain(names, seeds);
            for (int i = 0; i < at.length; i++) {
                assertThat(at[i]).as("seed " + seed + " text " + i).isCloseTo(expected[i], within(1e-4));
            }
        }
    }

    private static List<Set<String>> names(Random random, int texts) {
        List<Set<String>> names = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            Set<String> of = new TreeSet<>();
            random.ints(random.nextInt(4), 0, 9).forEach(name -> of.add("n" + name));
            names.add(of);
        }
        return names;
    }

    private static double[] plain(List<Set<String>> names, double[] seeds) {
        int n = names.size();
        double[][] matrix = new double[n][n];
        for (int from = 0; from < n; from++) {
            double rarities = 0;
            for (String name : names.get(from)) {
                rarities += links(names, name) ? 1.0 / with(names, name) : 0;
            }
            if (rarities == 0) {
                matrix[from][from] = 1;
            }
            for (String name : names.get(from)) {
                for (int to = 0; to < n && links(names, name); to++) {
                    double size = with(names, name);
                    matrix[from][to] += names.get(to).contains(name) ? 1 / size / rarities / size : 0;
                }
            }
        }
        double sum = Arrays.stream(seeds).sum();
        double[] at = Arrays.stream(seeds).map(s -> s / sum).toArray();
        for (int step = 0; step < 200; step++) {
            double[] next = new double[n];
            for (int to = 0; to < n; to++) {
                next[to] = 0.5 * seeds[to] / sum;
                for (int from = 0; from < n; from++) {
                    next[to] += 0.5 * at[from] * matrix[from][to];
                }
            }
            at = next;
        }
        return at;
    }

    private static boolean links(List<Set<String>> names, String name) {
        return with(names, name) >= 2 && with(names, name) <= 5;
    }

    private static long with(List<Set<String>> names, String name) {
        return names.stream().filter(of -> of.contains(name)).count();
    }
}
