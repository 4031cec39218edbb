# The faults that bin/plant-faults plants. Each function plants one (the shape's: one per rule, in one go, since
# compiling costs more than looking) in the tree of the current directory and says how it must be refused.

all_guards=(direction plain_modules no_mocks null_safety exhaustive_switches warnings pages used_dependencies formatting shape)

# usage: plant FILE <<'JAVA'
plant() {
  mkdir -p "$(dirname "$1")"
  cat >"$1"
}

# usage: add_dependency MODULE GROUP ARTIFACT VERSION
add_dependency() {
  sed -i "0,/<dependencies>/s##<dependencies><dependency><groupId>$2</groupId><artifactId>$3</artifactId><version>$4</version></dependency>#" "$1/pom.xml"
}

fault_direction() {
  add_dependency runbooks tw.xuhang orchestrator 0.1.0-SNAPSHOT
  refused direction "cyclic reference" validate
}

fault_plain_modules() {
  add_dependency runbooks org.slf4j slf4j-api 2.0.17
  refused plain_modules 'The module "runbooks" is plain Java' validate --projects runbooks
}

fault_no_mocks() {
  add_dependency integrations commons-logging commons-logging 1.2
  refused no_mocks "No mock libraries" compile --projects integrations --also-make
}

fault_null_safety() {
  plant runbooks/src/main/java/tw/xuhang/runbook/Planted.java <<'JAVA'
package tw.xuhang.runbook;

final class Planted {
    static String name() {
        return null;
    }
}
JAVA
  refused null_safety "[NullAway] returning @Nullable expression" compile --projects runbooks
}

fault_exhaustive_switches() {
  plant runbooks/src/main/java/tw/xuhang/runbook/Planted.java <<'JAVA'
package tw.xuhang.runbook;

sealed interface Planted {
    record Done() implements Planted {}

    record Failed() implements Planted {}

    static String word(Planted planted) {
        return switch (planted) {
            case Done done -> "done";
        };
    }
}
JAVA
  refused exhaustive_switches "the switch expression does not cover all possible input values" compile --projects runbooks
}

fault_warnings() {
  plant runbooks/src/main/java/tw/xuhang/runbook/Planted.java <<'JAVA'
package tw.xuhang.runbook;

import java.util.List;

final class Planted {
    static int size(List list) {
        return list.size();
    }
}
JAVA
  refused warnings "found raw type: java.util.List" compile --projects runbooks
}

fault_pages() {
  plant orchestrator/src/main/jte/planted.jte <<'JTE'
@param String title
<h1>${titel}</h1>
JTE
  refused pages "cannot find symbol" compile
}

fault_used_dependencies() {
  add_dependency integrations org.bouncycastle bcprov-jdk18on 1.84
  refused used_dependencies "org.bouncycastle:bcprov-jdk18on" verify --projects integrations --also-make \
    -DskipTests -Dspotless.check.skip=true
}

fault_formatting() {
  plant runbooks/src/main/java/tw/xuhang/runbook/Planted.java <<'JAVA'
package tw.xuhang.runbook;
final class Planted { }
JAVA
  refused formatting "src/main/java/tw/xuhang/runbook/Planted.java" spotless:check --projects runbooks
}

# One class per rule of ArchitectureTest and SourcesTest, then one run of both; each rule must name its class.
fault_shape() {
  plant_shapes
  local rules=(
    featureRootsArePlainJava:planted.Parses featureRootsDoNotKnowTheirAdapters:planted.KnowsItsStore
    sqlStaysInStores:planted.http.Queries camelStaysInRoutes:planted.http.Routes
    guardsOfDestinationsStayInIntegrations:planted.http.Breaks processesHaveOwners:planted.http.Starts
    timeComesByConstructor:planted.Looks timeComesByConstructor:runbook.PlantedClock
    namesSayWhatAThingIs:planted.http.RowManager featuresAreFreeOfCycles:planted.There
    controllersReachUseCasesNotStores:planted.http.Page everyPackageIsNullMarked:tw.xuhang.unmarked
    noFileIsLongerThanTheHardStop:planted/Lengthy.java testsAwaitEventsInsteadOfSleeping:planted/Sleeps.java
  )
  local pair
  if run_maven test --projects orchestrator --also-make -Dtest='ArchitectureTest,SourcesTest' -Dsurefire.failIfNoSpecifiedTests=false; then
    miss shape "the build accepted all of them"
  fi
  for pair in "${rules[@]}"; do rule_names "${pair%%:*}" "${pair#*:}"; done
}

# usage: rule_names RULE CLASS
rule_names() {
  local found
  found=$(cat orchestrator/target/surefire-reports/TEST-tw.xuhang.{Architecture,Sources}Test.xml 2>/dev/null |
    sed -n "/<testcase name=\"$1\"/,/<\/testcase>/p" | grep -m 1 -F -- "$2" | cut -c 1-150) || true
  if [ -n "$found" ]; then hit "$1" "$found"; else miss "$1" "does not name $2"; fi
}

plant_shapes() {
  local planted=orchestrator/src/main/java/tw/xuhang/planted package
  for package in planted planted.store planted.http plantedtoo; do
    plant "orchestrator/src/main/java/tw/xuhang/${package//.//}/package-info.java" <<JAVA
/** Planted. */
@org.jspecify.annotations.NullMarked
package tw.xuhang.$package;
JAVA
  done
  plant $planted/Parses.java <<'JAVA'
package tw.xuhang.planted;

record Parses(com.fasterxml.jackson.databind.JsonNode tree) {}
JAVA
  plant $planted/store/Rows.java <<'JAVA'
package tw.xuhang.planted.store;

public record Rows(int count) {}
JAVA
  plant $planted/KnowsItsStore.java <<'JAVA'
package tw.xuhang.planted;

record KnowsItsStore(tw.xuhang.planted.store.Rows rows) {}
JAVA
  plant $planted/Looks.java <<'JAVA'
package tw.xuhang.planted;

record Looks() {
    java.time.Instant now() {
        return java.time.Instant.now();
    }
}
JAVA
  plant runbooks/src/main/java/tw/xuhang/runbook/PlantedClock.java <<'JAVA'
package tw.xuhang.runbook;

record PlantedClock() {
    java.time.LocalDate today(java.time.ZoneId zone) {
        return java.time.LocalDate.now(zone);
    }
}
JAVA
  plant $planted/There.java <<'JAVA'
package tw.xuhang.planted;

public record There(tw.xuhang.plantedtoo.Back back) {}
JAVA
  plant orchestrator/src/main/java/tw/xuhang/plantedtoo/Back.java <<'JAVA'
package tw.xuhang.plantedtoo;

public record Back(java.util.List<tw.xuhang.planted.There> theres) {}
JAVA
  plant $planted/http/Queries.java <<'JAVA'
package tw.xuhang.planted.http;

record Queries(java.sql.Connection connection) {}
JAVA
  plant $planted/http/Routes.java <<'JAVA'
package tw.xuhang.planted.http;

record Routes(org.apache.camel.CamelContext context) {}
JAVA
  plant $planted/http/Breaks.java <<'JAVA'
package tw.xuhang.planted.http;

record Breaks(io.github.resilience4j.circuitbreaker.CircuitBreaker breaker) {}
JAVA
  plant $planted/http/Starts.java <<'JAVA'
package tw.xuhang.planted.http;

record Starts() {
    Process start() throws java.io.IOException {
        return new ProcessBuilder("true").start();
    }
}
JAVA
  plant $planted/http/RowManager.java <<'JAVA'
package tw.xuhang.planted.http;

record RowManager() {}
JAVA
  plant $planted/http/Page.java <<'JAVA'
package tw.xuhang.planted.http;

@io.micronaut.http.annotation.Controller("/planted")
record Page(tw.xuhang.planted.store.Rows rows) {}
JAVA
  plant orchestrator/src/main/java/tw/xuhang/unmarked/Unmarked.java <<'JAVA'
package tw.xuhang.unmarked;

record Unmarked() {}
JAVA
  { printf 'package tw.xuhang.planted;\n'; printf '\n%.0s' {1..400}; printf 'record Lengthy() {}\n'; } | plant $planted/Lengthy.java
  plant orchestrator/src/test/java/tw/xuhang/planted/Sleeps.java <<'JAVA'
package tw.xuhang.planted;

record Sleeps() {
    void nap() throws InterruptedException {
        Thread.sleep(1);
    }
}
JAVA
}
