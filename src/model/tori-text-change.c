/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-text-change.h"

#include <string.h>

static gboolean
is_inside_letter (const char *place)
{
  return (*place & 0xc0) == 0x80;
}

/**
 * tori_text_change_find:
 * @before: a text
 * @after: another text
 *
 * Whole letters only: あ and い begin with the same bytes, and 𠮷 and 𡮷 end with them.
 *
 * Returns: the one stretch in which they differ
 */
ToriTextChange
tori_text_change_find (const char *before, const char *after)
{
  gsize n_before = strlen (before), n_after = strlen (after);
  gsize at = 0;

  while (at < n_before && at < n_after && before[at] == after[at])
    at++;
  while (at > 0 && (is_inside_letter (before + at) || is_inside_letter (after + at)))
    at--;
  while (n_before > at && n_after > at && before[n_before - 1] == after[n_after - 1])
    {
      n_before--;
      n_after--;
    }
  while (is_inside_letter (before + n_before) || is_inside_letter (after + n_after))
    {
      n_before++;
      n_after++;
    }
  return (ToriTextChange){ at, n_before - at, n_after - at };
}
