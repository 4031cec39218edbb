/**
 * Playbooks run by ansible-runner: each attempt at most once, in a session of its own that outlives this
 * process, followed through the events it leaves in files, and ended as a whole tree.
 */
@NullMarked
package tw.xuhang.integration.ansible;

import org.jspecify.annotations.NullMarked;
