/**
 * Secrets in AWS Secrets Manager, read through the client of Spring Cloud AWS.
 */
@NullMarked
package dev.limbeck.boot.aws;

import org.jspecify.annotations.NullMarked;
