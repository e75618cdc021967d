package lectern.widgets.modules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of TeaVM's runtime the widgets use, in place of all of it: an exception keeps no Java stack, an array no name, a class nothing of what
 * reflection asks for. The patterns are those of the version that the parent pom names; another one fails here, in words.
 */
final class Runtime {
    private Runtime() {}

    static String lean(String wrapped) {
        String script = wrapped.replaceAll("(?<=[^\\w$])\n|\n(?=[^\\w$])", "").replace('\n', ' ');
        String text = script;
        // an exception as an Error with the Java object at it
        text = replace(text, "=ex=>\\{let javaCause=.*?([\\w$]+)\\[([\\w$]+)\\]=ex;ex\\.\\$jsException=\\1;.*?\\},(?=[\\w$]+=\\(err,ex\\))",
            "=ex=>{let err=new Error(\"Java exception\");err[$2]=ex;ex.\\$jsException=err;},");
        // what is known of a class
        text = replace(text, "return Object\\.assign\\(\\{name:null.*?\\},source\\|\\|\\{\\}\\);",
            "return Object.assign({name:null,parent:null,superinterfaces:[],primitiveKind:0,itemType:null,arrayType:null,classObject:null,assignableCache:null},source);");
        text = replace(text, "let cls=\\(\\)=>\\{\\};let meta=([\\w$]+)\\(\\{name:name,.*?return cls;\\}", "let cls=()=>{};cls[$2U]=$1({primitiveKind:kind});return cls;}"
            .replace("$2U", quoted(symbol(script))));
        // arrays
        text = replace(text, "function JavaArray\\(data\\)\\{\\(([\\w$]+)\\(\\)\\).*?JavaArray\\.prototype\\.([\\w$]+)=function\\(\\)\\{let dataCopy.*?\\.arrayType=JavaArray;",
            "result=function(data){this.\\$id\\$=0;this.data=data;};let made=result.prototype=Object.create($1().prototype);made.type=cls;made.constructor=result;"
                + "made.$2=function(){return new this.constructor(this.data.slice());};result[" + quoted(symbol(script)) + "]={...PLAIN,parent:$1(),itemType:cls};cls[" + quoted(symbol(script)) + "].arrayType=result;");
        text = text.replace("{...PLAIN,", group(script, "([\\w$]+)=source=>\\{return Object\\.assign\\(\\{name:null") + "({").replace("itemType:cls};", "itemType:cls});");
        // every browser of the last ten years multiplies integers, and spreads arguments
        text = replace(text, "=Math\\.imul\\|\\|function.*?\\|0;\\}(?=,)", "=Math.imul");
        text = replace(text, "\\.apply\\(null,\\[this\\]\\.concat\\(Array\\.prototype\\.slice\\.call\\(arguments\\)\\)\\)", "(this,...arguments)");
        // a class is set up once, and nobody asks whether it was
        text = replace(text, "=target=>target\\.\\$clinit=\\(\\)=>\\{\\}", "=()=>()=>{}");
        // a class: its function, parent, methods
        text = replace(text, "=data=>\\{let packages=[\\w$]+;let i=0;while\\(i<data\\.length\\)\\{.*?cls\\.prototype\\[name\\[k\\]\\]=func;\\}\\}\\}\\}",
            "=(cls,parent,names=[])=>{if(parent)cls.prototype=Object.create(parent.prototype);"
                + "for(let j=0;j<names.length;j+=2)for(let name of [].concat(names[j]))cls.prototype[name]=names[j+1];");
        return text;
    }

    /** Whether a statement only gives every Java object a text for the browser, which never asks for one. */
    static boolean isNeedless(String statement) {
        return statement.contains(".prototype.__teavm_class__=") || statement.contains(".prototype.toString=") || statement.contains(".prototype.valueOf=");
    }

    /** Name of the symbol under which a class keeps what is known of it. */
    private static String symbol(String script) {
        return group(script, "([\\w$]+)=Symbol\\(\"teavm_meta\"\\)");
    }

    /** A name in a replacement: TeaVM's names may hold a dollar sign. */
    private static String quoted(String name) {
        return Matcher.quoteReplacement(name);
    }

    private static String group(String script, String pattern) {
        return find(script, pattern).group(1);
    }

    private static String replace(String script, String pattern, String replacement) {
        return find(script, pattern).replaceFirst(replacement);
    }

    private static Matcher find(String script, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(script);
        if (!matcher.find()) {
            throw new IllegalStateException("the runtime is not that of the TeaVM this step was written for; there is no " + pattern);
        }
        matcher.reset();
        matcher.find();
        return matcher;
    }
}
