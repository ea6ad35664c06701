package dev.tillbridge.hq.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tillbridge.model.configuration.InvalidSetting;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.Configuration;

/** The database that holds the books, its schema up to date and checked. Thread-safe. */
public final class Books implements AutoCloseable {

  private static final int CONNECTIONS_MAX = 8;
  private static final int CONNECTION_WAIT_MS = 3_000;
  private static final int SOCKET_TIMEOUT_S = 120;

  private final HikariDataSource pool;
  private final SessionFactory sessions;

  private Books(HikariDataSource pool, SessionFactory sessions) {
    this.pool = pool;
    this.sessions = sessions;
  }

  /**
   * Opens the books there and brings their schema up to date.
   *
   * @param mapped the classes read through Hibernate; their tables are compared with the schema
   * @throws InvalidSetting when the database does not answer or has another schema
   */
  public static Books open(DatabaseAddress address, List<Class<?>> mapped) {
    HikariDataSource pool;
    try {
      pool = new HikariDataSource(pooled(address));
    } catch (RuntimeException e) {
      throw new InvalidSetting(
          "The database %s does not let user %s in: %s. Check database.url, database.user and database.password.file."
              .formatted(address, address.user(), rootMessage(e)));
    }
    try {
      Flyway.configure().dataSource(pool).load().migrate();
      return new Books(pool, sessions(pool, mapped));
    } catch (FlywayException | HibernateException e) {
      pool.close();
      throw new InvalidSetting(
          "The database %s has not the schema this program needs: %s."
              .formatted(address, rootMessage(e)));
    }
  }

  private static HikariConfig pooled(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("books");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT_MS);
    config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_S);
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty("ApplicationName", "tillbridge-hq");
    return config;
  }

  private static SessionFactory sessions(HikariDataSource pool, List<Class<?>> mapped) {
    Configuration configuration = new Configuration();
    mapped.forEach(configuration::addAnnotatedClass);
    configuration.getProperties().put("hibernate.connection.datasource", pool);
    configuration.setProperty("hibernate.hbm2ddl.auto", "validate");
    configuration.setProperty("hibernate.jdbc.time_zone", "UTC");
    // Who asked hears of a failure and says it in words; a second, bare report helps nobody.
    configuration.setProperty("hibernate.jdbc.log.errors", "false");
    return configuration.buildSessionFactory();
  }

  /**
   * One database transaction: committed when the work returns, rolled back when it throws.
   *
   * @throws BooksAway when the database does not answer
   */
  public <T> T write(Function<StatelessSession, T> work) {
    try {
      return sessions.fromStatelessTransaction(work);
    } catch (RuntimeException e) {
      throw BooksAway.named(e);
    }
  }

  /**
   * Work that only reads.
   *
   * @throws BooksAway when the database does not answer
   */
  public <T> T read(Function<StatelessSession, T> work) {
    try {
      return sessions.fromStatelessSession(work);
    } catch (RuntimeException e) {
      throw BooksAway.named(e);
    }
  }

  /** Whether the database answers now. */
  public boolean answers() {
    try {
      return read(session ->
          session.doReturningWork(connection -> connection.isValid(CONNECTION_WAIT_MS / 1000)));
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  @Override
  public void close() {
    sessions.close();
    pool.close();
  }
}
