package lectern.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The order of the test classes: those that drive a browser and those that do not are spread evenly over the run, so that one which waits has one beside
 * it that works, and two browsers seldom want both processors. Backwards by their names, since the longest would be the last one forwards, and alone.
 */
public final class ByTurns implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        Map<ClassDescriptor, Double> places = new HashMap<>();
        classes.stream().collect(Collectors.partitioningBy(test -> test.getTestClass().getPackageName().endsWith(".browser"))).values().forEach(kind -> {
            var sorted = new ArrayList<>(kind);
            sorted.sort(Comparator.comparing((ClassDescriptor test) -> test.getTestClass().getName()).reversed());
            for (int i = 0; i < sorted.size(); i++) {
                places.put(sorted.get(i), (i + 0.5) / sorted.size());
            }
        });
        classes.sort(Comparator.comparing(places::get));
    }
}
