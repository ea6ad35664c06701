package dev.tillbridge.it.powercut;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Stops an ext4 file system where it stands: {@code ioctl(EXT4_IOC_SHUTDOWN)} without a last flush
 * of its log, as the kernel's own crash tests do.
 */
final class FileSystemShutdown {

  /** {@code _IOR('X', 125, __u32)} of the kernel's ext4 interface. */
  private static final long EXT4_IOC_SHUTDOWN = 0x8004587DL;

  private static final int EXT4_GOING_FLAGS_NOLOGFLUSH = 2;
  private static final int O_RDONLY = 0;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN =
      handle(
          "open",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle IOCTL =
      handle(
          "ioctl",
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private FileSystemShutdown() {}

  /** From its return on, nothing more reaches the disk below this mount point. */
  static void of(Path mountPoint) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) OPEN.invokeExact(arena.allocateFrom(mountPoint.toString()), O_RDONLY);
      if (file < 0) {
        throw new IOException("Cannot open " + mountPoint + " to shut its file system down.");
      }
      MemorySegment flags = arena.allocateFrom(ValueLayout.JAVA_INT, EXT4_GOING_FLAGS_NOLOGFLUSH);
      int refused = (int) IOCTL.invokeExact(file, EXT4_IOC_SHUTDOWN, flags);
      int unclosed = (int) CLOSE.invokeExact(file);
      if (refused != 0 || unclosed != 0) {
        throw new IOException(
            "The file system at " + mountPoint + " was not shut down: is it ext4, and are we root?");
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("The shutdown of " + mountPoint + " could not be called.", e);
    }
  }

  private static MethodHandle handle(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    SymbolLookup library = LINKER.defaultLookup();
    return LINKER.downcallHandle(library.findOrThrow(name), shape, options);
  }
}
