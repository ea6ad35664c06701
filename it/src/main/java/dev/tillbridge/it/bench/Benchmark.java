package dev.tillbridge.it.bench;

import java.nio.file.Path;

/** One benchmark. */
interface Benchmark {

  /** What it measures, in a sentence, for the table's heading. */
  String question();

  /** Runs it with its files below the folder, which is empty and on the disk to be measured. */
  Figures run(Path folder) throws Exception;
}
