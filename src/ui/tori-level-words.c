/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-level-words.h"

#include <glib/gi18n.h>

/**
 * tori_level_words:
 * @level: a level
 *
 * Returns: (transfer full): its name, with the year of one that has it left open
 */
char *
tori_level_words (ToriLevel *level)
{
  g_autoptr (GString) name = g_string_new (tori_level_get_name (level));

  /* Translators: stands for the year in the name of a level such as “achieved in FY2017”. */
  g_string_replace (name, "{year}", C_ ("level", "(year) "), 0);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
