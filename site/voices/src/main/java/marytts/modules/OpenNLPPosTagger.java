package marytts.modules;

import java.io.IOException;
import java.util.ArrayList;
import marytts.datatypes.MaryData;
import marytts.datatypes.MaryDataType;
import marytts.datatypes.MaryXML;
import marytts.server.MaryProperties;
import marytts.util.MaryUtils;
import marytts.util.dom.MaryDomUtils;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.w3c.dom.Element;

/**
 * The part of speech of each word, by OpenNLP 2. It stands before the engine's class of the same name on the loader's path: that one calls
 * OpenNLP 1.5.3, which has a known hole, by a method that later versions lack. Same model, same tags.
 */
public class OpenNLPPosTagger extends InternalModule {
    private final String prefix;
    private POSTaggerME tagger;

    /**
     * As {@code en.config} of the engine names it.
     *
     * @param locale of the language, {@code en}
     * @param prefix of the property that names the model, {@code en.pos}
     */
    public OpenNLPPosTagger(String locale, String prefix) {
        super("OpenNLPPosTagger", MaryDataType.WORDS, MaryDataType.PARTSOFSPEECH, MaryUtils.string2locale(locale));
        this.prefix = prefix;
    }

    @Override
    public void startup() throws Exception {
        super.startup();
        try (var model = MaryProperties.needStream(prefix + ".model")) {
            tagger = new POSTaggerME(new POSModel(model), POSTagFormat.PENN);
        }
    }

    @Override
    public MaryData process(MaryData said) throws IOException {
        var document = said.getDocument();
        var sentences = MaryDomUtils.createNodeIterator(document, document, MaryXML.SENTENCE);
        for (var sentence = sentences.nextNode(); sentence != null; sentence = sentences.nextNode()) {
            var tokens = new ArrayList<Element>();
            var walker = MaryDomUtils.createTreeWalker((Element) sentence, MaryXML.TOKEN);
            for (var token = walker.nextNode(); token != null; token = walker.nextNode()) {
                tokens.add((Element) token);
            }
            mark(tokens);
        }
        var marked = new MaryData(getOutputType(), said.getLocale());
        marked.setDocument(document);
        return marked;
    }

    private void mark(ArrayList<Element> tokens) {
        var words = new ArrayList<>(tokens.stream().map(MaryDomUtils::tokenText).toList());
        if (words.size() == 1) {
            words.add("."); // the model knows sentences, not lone words
        }
        String[] tags;
        synchronized (this) {
            tags = tagger.tag(words.toArray(String[]::new));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).hasAttribute("pos")) {
                tokens.get(i).setAttribute("pos", tags[i]);
            }
        }
    }
}
