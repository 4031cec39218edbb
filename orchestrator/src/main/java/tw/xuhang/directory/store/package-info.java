/**
 * Reads the office's folder of YAML files, strictly: what is misspelt, missing or points nowhere is
 * told with file, line and column, all of it at once.
 */
@NullMarked
package tw.xuhang.directory.store;

import org.jspecify.annotations.NullMarked;
