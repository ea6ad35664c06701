package dev.tillbridge.devices.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.service.ReceiptPrinterService;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jpos.services.CATService115;
import jpos.services.CashDrawerService115;
import jpos.services.LineDisplayService115;
import jpos.services.MSRService115;
import jpos.services.POSPrinterService115;
import jpos.services.ScaleService115;
import jpos.services.ScannerService115;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

  /** The proxy finds operations by name, so a misspelt one would silently do nothing. */
  @ParameterizedTest
  @MethodSource("services")
  void everyPublicMethodOfAServiceIsAnOperationOfItsContract(Class<?> service, Class<?> contract) {
    Set<String> operations =
        Arrays.stream(contract.getMethods())
            .map(ContractTest::signature)
            .collect(Collectors.toSet());

    List<String> others =
        Stream.of(service.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .map(ContractTest::signature)
            .filter(signature -> !operations.contains(signature))
            .toList();

    assertThat(others).isEmpty();
  }

  static Stream<Arguments> services() {
    return Stream.of(
        Arguments.of(ReceiptPrinterService.class, POSPrinterService115.class),
        Arguments.of(DrawerService.class, CashDrawerService115.class),
        Arguments.of(CatService.class, CATService115.class),
        Arguments.of(MsrService.class, MSRService115.class),
        Arguments.of(ScaleService.class, ScaleService115.class),
        Arguments.of(ScannerService.class, ScannerService115.class),
        Arguments.of(DisplayService.class, LineDisplayService115.class));
  }

  private static String signature(Method method) {
    return method.getReturnType().getSimpleName()
        + " "
        + method.getName()
        + Arrays.toString(method.getParameterTypes());
  }
}
