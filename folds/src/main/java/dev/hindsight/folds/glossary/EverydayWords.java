package dev.hindsight.folds.glossary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows what looks technical and is not: amounts, times, references, and what everyone has read before. */
final class EverydayWords {

    /** Written in capitals by everyone: countries, offices, currencies, time zones, and emphasis. */
    private static final Set<String> IN_CAPITALS = words("""
            OK NB PS FAQ ASAP AKA TBD TBC ETA FYI DIY VIP PDF TV CV HR IT PR QA RE VS ID IDS AM PM BC AD
            US USA UK EU UN UAE NATO CEO CFO COO CTO CIO CISO CRO VP SVP HQ NGO LLC LTD INC PLC GMBH
            USD EUR GBP CHF JPY KRW CNY INR AUD CAD SGD HKD ETH BTC
            UTC GMT CET CEST BST IST WET WEST EET EEST MSK EST EDT CST CDT MST MDT PST PDT JST KST AEST AEDT NZST HKT SGT
            JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN
            A AN AND ANY ARE AS AT BE BUT BY CAN DID DO DOES DONE DOWN FOR FROM HAD HAS HAVE HOW IF IN IS ITS MAY MUST NEVER
            NEW NO NOT NOW OF OFF ON ONE ONLY OR OUT OUR OVER SHALL SHOULD SO STOP THAT THE THEN THIS TO TOO TWO UNDER UP WAS
            WE WERE WHAT WHEN WHERE WHO WHY WILL WITH YES YOU ALL ALWAYS BEFORE AFTER NONE NOTE TODO OPEN CLOSED HIGH LOW
            """);

    /** Before a number, as in {@code top-10} or {@code Version v2}, they name nothing. */
    private static final Set<String> BEFORE_NUMBERS = words("""
            about above age at below block by chapter class date day early episode figure from grade hour in item late level
            mid month minute no number of on page part phase point post pre question release row section series since slot
            stage step table team tier top to until update version week with year epoch the a
            """);

    private static final Set<String> LITTLE = words("""
            a an and as at by down for from in into not of off on or out over per than the to up with
            """);

    private static final String UNIT = """
            (?:[µumn]?s|secs?|mins?|m|hrs?|h|d|w|y|yrs?|[kKMBTGP]|bn|mn|[kKMGTP]i?[Bb](?:ps|/s)?|[kMG]?bit(?:/s)?|[kMG]?Hz|k?W|k?V|px\
            |[kcm]?m|k?g|°C|x|X|st|nd|rd|th|am|pm|AM|PM|[Gg]?wei|ETH|BTC|USD|EUR|bps|D)
            """.strip();

    private static final Pattern AMOUNT =
            Pattern.compile("[~≈<>±=+\\-−]*[$€£¥]?\\d[\\d.,'’]*[%%‰]?%s?\\+?(?:s)?".formatted(UNIT));
    private static final Pattern FIGURES =
            Pattern.compile("[\\d:.,+\\-−–—/×x~≈<>±$€£¥%#TZW]*\\d[\\d:.,+\\-−–—/×x%TZW]*(?:am|pm|AM|PM)?");
    private static final Pattern REFERENCE = Pattern.compile("(?:INC|AI|PM)-\\d{4}-\\d{4,9}|SEV-?[1-5]");
    private static final Pattern PERIOD =
            Pattern.compile("[QH][1-4]|FY\\d{2,4}|CY\\d{2,4}|Q[1-4]-?\\d{2,4}|[TD]\\+\\d+");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{2,}");
    private static final Pattern NAME =
            Pattern.compile("(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz)\\p{Lu}\\p{Ll}+|PhD|MSc|BSc");
    private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}?");
    private static final Pattern LETTERS_TOGETHER = Pattern.compile("\\p{Lu}(?:&\\p{Lu}{1,2})+");
    private static final Pattern ADDRESS =
            Pattern.compile("[a-z][a-z0-9+.-]*://.*|www\\..*|mailto:.*|[^@\\s]+@[^@\\s]+\\.[^@\\s]+|[@#][^=()]+");
    private static final Pattern TWO_SENTENCES = Pattern.compile("\\p{Ll}{2,}\\.\\p{Lu}\\p{Ll}*");

    private EverydayWords() {}

    static boolean isInCapitals(String word) {
        return IN_CAPITALS.contains(word) || ROMAN.matcher(word).matches();
    }

    static boolean isBeforeNumbers(String word) {
        return BEFORE_NUMBERS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isLittle(String word) {
        return LITTLE.contains(word);
    }

    /** Amounts, ordinals, times, dates, quarters. */
    static boolean isFigure(String text) {
        return AMOUNT.matcher(text).matches()
                || FIGURES.matcher(text).matches()
                || PERIOD.matcher(text).matches();
    }

    /** What a reader follows or passes over, instead of reading it. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches()
                || ADDRESS.matcher(text).matches()
                || DOTTED.matcher(text).matches()
                || LETTERS_TOGETHER.matcher(text).matches()
                || TWO_SENTENCES.matcher(text).matches();
    }

    static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
