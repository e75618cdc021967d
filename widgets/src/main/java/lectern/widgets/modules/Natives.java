package lectern.widgets.modules;

import java.util.List;
import java.util.Map;
import org.teavm.model.ClassHolder;
import org.teavm.model.FieldHolder;
import org.teavm.model.MethodHolder;
import org.teavm.model.ReferenceCache;
import org.teavm.parsing.ClassRefsRenamer;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Tells TeaVM to compile, in place of some classes, others that leave the work to the browser: several kilobytes less than the same from Java. */
public final class Natives implements TeaVMPlugin {
    private static final Map<String, String> INSTEAD = Map.of(
        "lectern.widgets.math.Digits", "lectern.widgets.browser.NativeDigits",
        "java.lang.StringBuilder", "lectern.widgets.browser.NativeBuilder");

    @Override
    public void install(TeaVMHost host) {
        var renamer = new ClassRefsRenamer(new ReferenceCache(), name -> INSTEAD.getOrDefault(name, name));
        host.add((type, context) -> {
            if (type.getName().startsWith("lectern.") && !INSTEAD.containsKey(type.getName())) {
                rename(type, renamer);
            }
        });
    }

    private static void rename(ClassHolder type, ClassRefsRenamer renamer) {
        for (MethodHolder method : List.copyOf(type.getMethods())) {
            type.removeMethod(method);
            type.addMethod(renamer.rename(method));
        }
        for (FieldHolder field : List.copyOf(type.getFields())) {
            type.removeField(field);
            type.addField(renamer.rename(field));
        }
    }
}
