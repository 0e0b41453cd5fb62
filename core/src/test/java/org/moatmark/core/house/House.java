package org.moatmark.core.house;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The law of the house: a room uses rooms on lower floors, only the libraries of its line in the floor plan, and no
 * clock, no dice, no files, no network and no static state.
 */
final class House {

    /** The door is the root package itself. */
    private static final String DOOR = "";

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry(DOOR, 9),
            Map.entry("json", 8),
            Map.entry("interop", 8),
            Map.entry("classroom", 7),
            Map.entry("report", 6),
            Map.entry("improvement", 5),
            Map.entry("maturity", 4),
            Map.entry("benchmark", 4),
            Map.entry("scoring", 3),
            Map.entry("psychometrics", 3),
            Map.entry("response", 2),
            Map.entry("questionnaire", 1),
            Map.entry("stats", 0),
            Map.entry("issue", 0));

    /** Third-party packages by room; java and the JSpecify annotations are free to all. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "json", Set.of("com.google.gson"),
            "interop", Set.of("com.google.gson", "org.apache.commons.csv", "org.dhatim.fastexcel"),
            "stats", Set.of("org.apache.commons.math3"));

    private static final List<String> FREE_TO_ALL = List.of("java.", "org.jspecify.annotations");

    private static final Set<String> ROOMS_WITH_FILES = Set.of("json", "interop");

    private static final List<String> FILES_AND_NETWORK = List.of(
            "java.io.File",
            "java.io.RandomAccessFile",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "java.sql.",
            "java.rmi.");

    /** Methods whose result depends on the clock, the machine, the default locale or chance. */
    private static final Set<String> FORBIDDEN = Set.of(
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.Locale.getDefault",
            "java.util.Locale.setDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.lang.String.formatted",
            "java.lang.Thread.sleep");

    /** What of {@code Math} is the same on every machine; all else is in {@code StrictMath}. */
    private static final Set<String> EXACT_MATH =
            Set.of("min", "max", "abs", "multiplyHigh", "addExact", "multiplyExact", "floorMod", "floorDiv", "sqrt");

    private final String root;
    private final JavaClasses classes;
    private final Set<String> faults = new TreeSet<>();

    private House(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    /**
     * Everything that breaks the law, as sentences in alphabetical order.
     *
     * @param root the root package
     * @param classes its classes, and none of anybody else
     */
    static List<String> faults(String root, JavaClasses classes) {
        House house = new House(root, classes);
        house.classes.forEach(house::inspect);
        house.packages();
        return new ArrayList<>(house.faults);
    }

    private void inspect(JavaClass type) {
        String room = room(type.getPackageName());
        if (!FLOORS.containsKey(room)) {
            faults.add("Package " + type.getPackageName() + " is no room of the floor plan.");
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            uses(type, room, dependency.getTargetClass().getBaseComponentType());
        }
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            calls(type, room, access);
        }
        for (JavaField field : type.getFields()) {
            boolean isStatic = field.getModifiers().contains(JavaModifier.STATIC);
            if (isStatic && !field.getModifiers().contains(JavaModifier.FINAL)) {
                faults.add(name(type) + " has static state: " + field.getName() + ".");
            }
        }
    }

    private void uses(JavaClass type, String room, JavaClass target) {
        String other = target.getPackageName();
        if (target.isPrimitive() || other.equals(type.getPackageName())) {
            return;
        }
        if (other.equals(root) || other.startsWith(root + ".")) {
            String otherRoom = room(other);
            Integer floor = FLOORS.get(otherRoom);
            if (floor != null && floor >= FLOORS.get(room)) {
                faults.add("Room '" + room + "' on floor " + FLOORS.get(room) + " uses room '" + otherRoom
                        + "' on floor " + floor + ": " + name(type) + " uses " + name(target) + ".");
            }
            return;
        }
        if (FILES_AND_NETWORK.stream().anyMatch(target.getName()::startsWith) && !ROOMS_WITH_FILES.contains(room)) {
            faults.add(name(type) + " reaches for files or the network: " + target.getName() + ".");
        }
        boolean free = FREE_TO_ALL.stream().anyMatch(target.getName()::startsWith);
        boolean own = LIBRARIES.getOrDefault(room, Set.of()).stream()
                .anyMatch(library -> other.equals(library) || other.startsWith(library + "."));
        if (!free && !own) {
            faults.add("Room '" + room + "' may not use " + other + ": " + name(type) + " does.");
        }
    }

    private void calls(JavaClass type, String room, JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String method = access.getTarget().getName();
        String call = owner + "." + method;
        List<String> arguments = access.getTarget() instanceof CodeUnitAccessTarget code
                ? code.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
        boolean clock = (owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system")))
                || (call.equals("java.util.Date.<init>") && arguments.isEmpty())
                || call.equals("java.util.Calendar.getInstance");
        boolean dice = owner.equals("java.security.SecureRandom")
                || ((owner.equals("java.util.Random") || owner.equals("java.util.SplittableRandom"))
                        && method.equals("<init>")
                        && arguments.isEmpty())
                || (call.equals("java.util.Collections.shuffle") && arguments.size() == 1);
        boolean place =
                (call.equals("java.lang.String.format") && !arguments.get(0).equals("java.util.Locale"))
                        || ((call.equals("java.lang.String.toLowerCase") || call.equals("java.lang.String.toUpperCase"))
                                && arguments.isEmpty())
                        || (owner.startsWith("java.text.") && !owner.startsWith("java.text.Normalizer"))
                        || owner.equals("java.util.Formatter")
                        || owner.equals("java.util.Scanner");
        boolean system = owner.equals("java.lang.System") && !method.equals("arraycopy");
        boolean inexact = owner.equals("java.lang.Math") && !EXACT_MATH.contains(method);
        boolean resource = method.startsWith("getResource")
                && (owner.equals("java.lang.Class") || owner.equals("java.lang.ClassLoader"))
                && !room.equals(DOOR)
                && !ROOMS_WITH_FILES.contains(room);
        if (clock || dice || place || system || inexact || resource || FORBIDDEN.contains(call)) {
            faults.add(name(type) + " may not call " + call + ".");
        }
    }

    private void packages() {
        Set<String> seen = new TreeSet<>();
        classes.forEach(type -> seen.add(type.getPackageName()));
        for (String name : seen) {
            JavaPackage room = classes.getPackage(name);
            boolean nullMarked = room.tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .orElse(false);
            if (!nullMarked) {
                faults.add("Package " + name + " has no package-info with @NullMarked.");
            }
        }
    }

    private String room(String packageName) {
        return packageName.equals(root) ? DOOR : packageName.substring(root.length() + 1);
    }

    private String name(JavaClass type) {
        return type.getName().startsWith(root + ".") ? type.getName().substring(root.length() + 1) : type.getName();
    }
}
