package warrant.extraction.split;

/**
 * A paragraph, or a part of one that is too long.
 *
 * @param begin first char on the page
 * @param end char after the last one
 * @param clause number of the clause it belongs to, such as {@code 9.2(b)}, or empty
 * @param item whether it begins an item of a list inside a clause
 * @param opens whether it begins with a number of its own
 * @param heading whether it is only a heading
 * @param section heading it stands under, without its number, or empty
 * @param part counts sections, and whatever else a passage ends with unless it is only a heading
 * @param stretch counts tables, which no passage goes across
 */
record Block(
        int begin,
        int end,
        int words,
        String clause,
        boolean item,
        boolean opens,
        boolean heading,
        String section,
        int part,
        int stretch) {}
