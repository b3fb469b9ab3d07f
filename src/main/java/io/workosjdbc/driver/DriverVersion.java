package io.workosjdbc.driver;

/** Who this driver is. A test holds these against the project file. */
public final class DriverVersion {
  public static final String DRIVER_NAME = "workos-jdbc";
  public static final String PRODUCT_NAME = "WorkOS";
  public static final String NUMBER = "0.1.0-SNAPSHOT";
  public static final int MAJOR = 0;
  public static final int MINOR = 1;

  private DriverVersion() {}
}
