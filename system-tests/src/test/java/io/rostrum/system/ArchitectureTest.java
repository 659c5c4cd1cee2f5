package io.rostrum.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** The "never" of docs/architecture.md. */
@AnalyzeClasses(packages = "io.rostrum", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String MEDIA = "io.rostrum.media..";
    private static final String CENTER = "io.rostrum.center..";
    private static final String PROTOCOL_JSON = "io.rostrum.protocol.json..";
    private static final String STREAMING = "io.rostrum.streaming..";

    /** Each uses only those before it. */
    private static final List<String> ORDER_OF_MEDIA =
            List.of(
                    "buffer",
                    "time",
                    "packet",
                    "flow",
                    "ice",
                    "dtls",
                    "srtp",
                    "sdp",
                    "transport",
                    "rtp",
                    "codec",
                    "audio",
                    "video");

    private static final Set<String> CLOCKS =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.lang.Thread.sleep",
                    "java.util.concurrent.locks.LockSupport.parkNanos");

    @ArchTest
    static final ArchRule centerDoesNotKnowTheStreamingServer =
            noClasses()
                    .that()
                    .resideInAPackage(CENTER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(STREAMING);

    @ArchTest
    static final ArchRule theStreamingServerDoesNotKnowTheCenter =
            noClasses()
                    .that()
                    .resideInAPackage(STREAMING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(CENTER);

    @ArchTest
    static final ArchRule theLoopsKnowNoServer =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.rostrum.net..", "io.rostrum.http..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CENTER, STREAMING);

    @ArchTest
    static final ArchRule mediaKnowsNoFrameworkAndNoServer =
            noClasses()
                    .that()
                    .resideInAPackage(MEDIA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.vertx..", "io.netty..", CENTER, STREAMING);

    @ArchTest
    static final ArchRule mediaHasNoClock =
            noClasses()
                    .that()
                    .resideInAPackage(MEDIA)
                    .should()
                    .accessTargetWhere(oneOf("a clock", CLOCKS));

    @ArchTest
    static final ArchRule mediaStartsNoThread =
            noClasses()
                    .that()
                    .resideInAPackage(MEDIA)
                    .should()
                    .dependOnClassesThat(
                            assignableTo(Executors.class)
                                    .or(assignableTo(java.util.Timer.class))
                                    .or(assignableTo(Thread.Builder.class)))
                    .orShould()
                    .accessTargetWhere(
                            oneOf(
                                    "a thread's life",
                                    Set.of(
                                            "java.lang.Thread.<init>",
                                            "java.lang.Thread.start",
                                            "java.lang.Thread.startVirtualThread",
                                            "java.lang.Thread.ofVirtual",
                                            "java.lang.Thread.ofPlatform")));

    @ArchTest
    static final ArchRule mediaOpensNoSocket =
            noClasses()
                    .that()
                    .resideInAPackage(MEDIA)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("java.nio.channels..", "java.net.http..")
                                    .or(assignableTo(java.net.Socket.class))
                                    .or(assignableTo(java.net.ServerSocket.class))
                                    .or(assignableTo(java.net.DatagramSocket.class))
                                    .or(assignableTo(java.net.URLConnection.class)));

    @ArchTest
    static void mediaFlowsOneWay(JavaClasses all) {
        for (int i = 0; i < ORDER_OF_MEDIA.size(); i++) {
            for (String later : ORDER_OF_MEDIA.subList(i + 1, ORDER_OF_MEDIA.size())) {
                noClasses()
                        .that()
                        .resideInAPackage("io.rostrum.media." + ORDER_OF_MEDIA.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.rostrum.media." + later + "..")
                        .check(all);
            }
        }
    }

    @ArchTest
    static final ArchRule mediaHasNoPackageBesideThose =
            classes()
                    .that()
                    .resideInAPackage(MEDIA)
                    .should()
                    .resideInAnyPackage(
                            ORDER_OF_MEDIA.stream()
                                    .map(name -> "io.rostrum.media." + name + "..")
                                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule protocolIsJdkOnly =
            classes()
                    .that(
                            resideInAPackage("io.rostrum.protocol..")
                                    .and(not(resideInAPackage(PROTOCOL_JSON))))
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "java..",
                                            "javax.crypto..",
                                            "io.rostrum.protocol..",
                                            "org.jspecify.annotations..",
                                            "com.google.errorprone.annotations..")
                                    .and(not(resideInAPackage(PROTOCOL_JSON))));

    @ArchTest
    static final ArchRule protocolInJsonIsForAnyClient =
            classes()
                    .that()
                    .resideInAPackage(PROTOCOL_JSON)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.lang..",
                            "java.util..",
                            "com.fasterxml.jackson.core..",
                            "io.rostrum.protocol..",
                            "org.jspecify.annotations..",
                            "com.google.errorprone.annotations..");

    @ArchTest
    static final ArchRule onlyConfigReadsTheEnvironment =
            noClasses()
                    .that(
                            resideInAnyPackage(MEDIA, CENTER, STREAMING, "io.rostrum.protocol..")
                                    .and(not(resideInAPackage("..config.."))))
                    .should()
                    .accessTargetWhere(
                            oneOf(
                                    "the environment",
                                    Set.of(
                                            "java.lang.System.getenv",
                                            "java.lang.System.getProperty",
                                            "java.lang.System.getProperties",
                                            "java.lang.Integer.getInteger",
                                            "java.lang.Boolean.getBoolean",
                                            "java.lang.Long.getLong")));

    @ArchTest
    static final ArchRule nobodyDependsOnMain =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..main..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rostrum..main..");

    @ArchTest
    static final ArchRule theProgramKnowsNothingElseOfTheCenter =
            noClasses()
                    .that()
                    .resideInAPackage("io.rostrum.center.program..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(CENTER)
                                    .and(not(resideInAPackage("io.rostrum.center.program.."))));

    @ArchTest
    static final ArchRule peersAreMediaOnly =
            noClasses()
                    .that()
                    .resideInAPackage("io.rostrum.center.peer..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.rostrum.center.air..",
                            "io.rostrum.center.program..",
                            "io.rostrum.protocol.feed..",
                            "io.vertx..",
                            "java.nio.file..");

    @ArchTest
    static final ArchRule onlyAirKnowsRoomAndProgram =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.rostrum.center.air..",
                            "io.rostrum.center.program..",
                            "io.rostrum.center.main..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rostrum.center.program..");

    @ArchTest
    static final ArchRule whoServesViewersKnowsNoFeed =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.rostrum.streaming.live..",
                            "io.rostrum.streaming.playback..",
                            "io.rostrum.streaming.whep..",
                            "io.rostrum.streaming.directory..",
                            "io.rostrum.streaming.guide..",
                            "io.rostrum.streaming.share..",
                            "io.rostrum.streaming.vault..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.rostrum.streaming.ingest..")
                    .because("an edge that pulls is just another writer of what is live");

    @ArchTest static final ArchRule mediaHasNoCycle = noCycle("io.rostrum.media.(*)..");

    @ArchTest static final ArchRule protocolHasNoCycle = noCycle("io.rostrum.protocol.(*)..");

    @ArchTest static final ArchRule centerHasNoCycle = noCycle("io.rostrum.center.(*)..");

    @ArchTest static final ArchRule streamingHasNoCycle = noCycle("io.rostrum.streaming.(*)..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIs =
            classes()
                    .that()
                    .resideOutsideOfPackage("..jmh_generated..") // by JMH, not by us
                    .should(
                            new ArchCondition<JavaClass>("live in a package with a package-info") {
                                @Override
                                public void check(JavaClass each, ConditionEvents events) {
                                    if (each.getPackage().tryGetPackageInfo().isEmpty()) {
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        each,
                                                        each.getPackageName()
                                                                + " has no package-info"));
                                    }
                                }
                            });

    private static ArchRule noCycle(String pattern) {
        return slices().matching(pattern).should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaAccess<?>> oneOf(String what, Set<String> targets) {
        return DescribedPredicate.describe(
                what,
                access -> {
                    AccessTarget target = access.getTarget();
                    return targets.contains(
                            target.getOwner().getFullName() + "." + target.getName());
                });
    }
}
