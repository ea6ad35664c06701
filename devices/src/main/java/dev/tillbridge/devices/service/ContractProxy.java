package dev.tillbridge.devices.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jpos.JposException;
import jpos.loader.JposServiceInstance;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service its whole JavaPOS contract, some of which have over 200 operations.
 *
 * <p>What the service has, it does. Of the rest, a property reads as absent (false, 0, empty) and
 * everything else is refused with JPOS_E_ILLEGAL.
 */
public final class ContractProxy implements InvocationHandler {

  private record Signature(String name, List<Class<?>> parameters) {
    static Signature of(Method method) {
      return new Signature(method.getName(), List.of(method.getParameterTypes()));
    }
  }

  private final DeviceService service;
  private final Map<Signature, Method> operations = new HashMap<>();

  private ContractProxy(DeviceService service) {
    this.service = service;
    Arrays.stream(service.getClass().getMethods())
        .forEach(method -> {
          method.setAccessible(true); // the services' classes are not public
          operations.put(Signature.of(method), method);
        });
  }

  /** The service behind its contract, as a factory hands it to JavaPOS. */
  public static JposServiceInstance of(
      Class<? extends JposServiceInstance> contract, DeviceService service) {
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, new ContractProxy(service)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    Method operation = operations.get(Signature.of(method));
    if (operation == null) {
      return absent(method);
    }
    try {
      return operation.invoke(service, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private @Nullable Object absent(Method method) throws JposException {
    service.requireOpen();
    if (!method.getName().startsWith("get") || method.getParameterCount() > 0) {
      throw service.illegal(method.getName());
    }
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == String.class ? "" : null;
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "service of " + service.device().logicalName();
    };
  }
}
