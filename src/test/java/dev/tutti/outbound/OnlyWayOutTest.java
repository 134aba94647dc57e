package dev.tutti.outbound;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No other package opens a connection by itself. */
class OnlyWayOutTest {

    private static final JavaClasses TUTTI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tutti");

    private static final Set<String> OPENING = Set.of(
            "java.net.URL.openStream",
            "java.net.URL.openConnection",
            "java.net.URL.getContent",
            "javax.net.SocketFactory.getDefault",
            "javax.net.ssl.SSLSocketFactory.getDefault",
            "jakarta.mail.Session.getDefaultInstance",
            "jakarta.mail.Session.getInstance");

    @Test
    void noOtherPackageKnowsSocketsOrHttpClients() {
        elsewhere()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(ServerSocket|DatagramSocket|MulticastSocket|HttpURLConnection|URLConnection)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "okhttp3..",
                        "org.springframework.web.client..",
                        "org.springframework.http.client..",
                        "org.springframework.mail..",
                        "org.apache.http..",
                        "org.apache.hc..")
                .check(TUTTI);
    }

    /** Mail sessions are made in one place, with the guarded sockets. */
    @Test
    void nobodyElseOpensAnAddressOrAMailServer() {
        elsewhere()
                .and()
                .doNotHaveFullyQualifiedName("dev.tutti.connection.MailSessions")
                .should()
                .accessTargetWhere(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "opens a connection",
                        access -> access instanceof JavaCodeUnitAccess<?> call
                                && OPENING.contains(call.getTargetOwner().getFullName() + "." + call.getName())))
                .check(TUTTI);
    }

    private static GivenClassesConjunction elsewhere() {
        return noClasses().that().resideOutsideOfPackage("dev.tutti.outbound..");
    }
}
