/** The API of cases, runs, tasks, requests for consent and work orders: JSON in, JSON or problem+json out. */
@NullMarked
package tw.xuhang.casebook.http;

import org.jspecify.annotations.NullMarked;
