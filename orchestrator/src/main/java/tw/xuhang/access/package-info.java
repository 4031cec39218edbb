/**
 * Who may do what: roles, the one table of permissions, accounts and their second factor, sessions,
 * API tokens and the links that are sent to people. Plain Java; cookies and tables live in {@code .http}
 * and {@code .store}. Raw secrets pass through here once and are kept as hashes only.
 */
@NullMarked
package tw.xuhang.access;

import org.jspecify.annotations.NullMarked;
