package dev.hindsight.actionitem.advice;

import dev.hindsight.coach.language.Language;
import dev.hindsight.coach.language.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a title begins with a verb that says what is to be done. Read alone, the tagger takes many such verbs for nouns
 * (an alert, a test); put after "We must" it takes nearly every word for a verb. So a word is one where it is so already alone,
 * or where it is a usual one and the words after it let it be one.
 */
final class Imperatives {

    private static final String FRAME = "We must ";
    private static final Pattern BEFORE_IT =
            Pattern.compile("^\\W*(?:(?:always|never|only|automatically|regularly)\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> INFLECTED_LOOKING = Set.of("need", "feed", "speed", "embed", "seed", "shed");
    private static final Set<String> USUAL = Set.of(
            ("accept add adopt agree alert allow analyse analyze announce archive ask assign audit automate avoid back backport"
                            + " backup benchmark block build bump cache cap catch change check clean clear collect compare"
                            + " complete compress compute configure confirm connect contact control convert copy correct"
                            + " cover create cut decide decouple define delete deploy deprecate describe design detect"
                            + " determine develop disable discuss display distribute document drain drill drop duplicate"
                            + " enable encrypt enforce engage ensure escalate establish evaluate examine exercise expand"
                            + " explain export expose extend extract fail fetch file find finish fix flag follow force freeze"
                            + " fund fuzz gate generate give guard guide halt handle harden hash hire identify ignore"
                            + " implement import increase index inform install instrument integrate introduce investigate"
                            + " isolate issue join keep label launch limit link list lock log lower maintain make map mark"
                            + " measure merge migrate mirror model monitor move name notify offer open order organise"
                            + " organize page pair patch pause perform pin plan post prepare prevent process profile promote"
                            + " protect provide prove provision prune publish pull push put quarantine queue raise rate reach"
                            + " read reconcile record redirect reduce refactor refund refuse register reject release reload"
                            + " remove rename repair repeat replace replay report reproduce request require research reserve"
                            + " reset resize resolve restart restore restrict retire retry return review revise revoke"
                            + " rewrite roll rotate route run sample scale scan schedule script seal search secure send"
                            + " separate serve set shadow shard share ship show shut sign simplify simulate size snapshot"
                            + " sort split spread stage standardise standardize start stop store stress submit support switch"
                            + " sync tag take teach test throttle tighten time trace track train transfer trigger trim tune"
                            + " turn update upgrade use validate verify warn watch widen wire wrap write")
                    .split(" "));

    private Imperatives() {}

    /** Loaded once, and only where somebody asks for advice: about 12 MiB. */
    private static final class English {

        private static final Language LANGUAGE = Language.english();
    }

    static boolean begin(String title) {
        var alone = words(title, 0);
        if (alone.isEmpty()) {
            return false;
        }
        return isVerb(alone)
                || isUsualVerb(
                        words(FRAME + decapitalised(BEFORE_IT.matcher(title).replaceFirst("")), FRAME.length()));
    }

    private static boolean isVerb(List<Word> title) {
        var first = title.getFirst();
        return first.is("VERB", "AUX") && isBase(first.lower());
    }

    private static boolean isUsualVerb(List<Word> title) {
        return !title.isEmpty()
                && title.getFirst().is("VERB")
                && USUAL.contains(title.getFirst().lower().replaceFirst("^re-", ""))
                && !(title.size() > 1 && title.get(1).says("of"));
    }

    /** "Staged rollout", "training": what is or was done, and not what is to be. */
    private static boolean isBase(String word) {
        return INFLECTED_LOOKING.contains(word) || !word.endsWith("ed") && !(word.endsWith("ing") && word.length() > 5);
    }

    private static List<Word> words(String text, int from) {
        return English.LANGUAGE.sentences(text).stream()
                .flatMap(sentence -> sentence.words().stream())
                .filter(word -> word.start() >= from)
                .dropWhile(word -> !Character.isLetterOrDigit(word.text().codePointAt(0)))
                .toList();
    }

    private static String decapitalised(String title) {
        return title.isEmpty() ? title : title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }
}
