package io.rostrum.center.config;

/** What is wrong with the configuration, in one line for the operator. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }
}
