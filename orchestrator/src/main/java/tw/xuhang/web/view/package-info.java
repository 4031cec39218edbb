/**
 * What templates show: records of plain values, made from the features at the edge. A template decides
 * how something looks and never what it means.
 */
@NullMarked
package tw.xuhang.web.view;

import org.jspecify.annotations.NullMarked;
