/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "model/tori-department.h"
#include "model/tori-label.h"
#include "report/tori-report-private.h"

/* Names of the files into which departments and divisions are printed, one each: 2017_総務部_人事課.pdf. They
 * are good on every system, since a shared folder is often read by several. */

#define ENDING ".pdf"

/* Bytes; what a name may have on all file systems, with room for " (2)" of a download. */
#define MAX_NAME 240

/* What a file's name may not hold somewhere: the reserved characters of Windows, and what cannot be seen. */
static gboolean
is_forbidden (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return (c < 0x80 && strchr ("<>:\"/\\|?*", (int) c) != NULL) || type == G_UNICODE_CONTROL
         || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
         || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_UNASSIGNED
         || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_SURROGATE;
}

/* Windows takes dots and blanks from the end of a name, and hides what begins with a dot elsewhere. */
static gboolean
is_lost_at_ends (gunichar c)
{
  return c == '.' || g_unichar_isspace (c);
}

static void
strip_ends (GString *name)
{
  while (name->len > 0)
    {
      const char *last = g_utf8_find_prev_char (name->str, name->str + name->len);

      if (!is_lost_at_ends (g_utf8_get_char (last)))
        break;
      g_string_truncate (name, (gsize) (last - name->str));
    }
  while (name->len > 0 && is_lost_at_ends (g_utf8_get_char (name->str)))
    g_string_erase (name, 0, g_utf8_next_char (name->str) - name->str);
}

/* CON, NUL, COM1 and so on are devices on Windows, whatever follows after a dot. */
static gboolean
is_device (const char *name)
{
  static const char *const devices[] = { "con", "prn", "aux", "nul" };
  gsize length = strcspn (name, ".");
  g_autofree char *stem = g_ascii_strdown (name, (gssize) length);

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (g_str_equal (stem, devices[i]))
      return TRUE;
  return length == 4 && (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt"))
         && g_ascii_isdigit (stem[3]);
}

static void
cut (GString *name, gsize max)
{
  if (name->len <= max)
    return;
  while ((name->str[max] & 0xc0) == 0x80)
    max--;
  g_string_truncate (name, max);
  strip_ends (name);
}

/**
 * tori_report_name_part:
 * @text: a name as people write it
 *
 * Returns: (transfer full): the same as a part of a file's name that every system takes; "" when nothing of
 * it can stay
 */
char *
tori_report_name_part (const char *text)
{
  GString *name = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      g_string_append_unichar (name, is_forbidden (c) ? '-' : c);
    }
  strip_ends (name);
  if (is_device (name->str))
    g_string_prepend_c (name, '_');
  cut (name, MAX_NAME);
  return g_string_free (name, FALSE);
}

static void
append_part (GString *name, const char *text)
{
  g_autofree char *part = tori_report_name_part (text);

  if (*part != '\0')
    g_string_append_printf (name, "_%s", part);
}

/* What a system that is blind to case and width takes for the same. */
static char *
fold (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

/**
 * tori_report_name_file:
 * @record: a department or division
 * @year: the fiscal year of its report
 * @taken: (element-type utf8 utf8): the names that are taken already; its own is added
 *
 * Returns: (transfer full): a name for the file of its report: 2017_総務部.pdf, 2017_総務部_人事課.pdf. What
 * differs from another only by case or width gets a number.
 */
char *
tori_report_name_file (ToriRecord *record, int year, GHashTable *taken)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  g_string_append_printf (stem, "%d", year);
  if (TORI_IS_DIVISION (record))
    {
      ToriDepartment *department = tori_record_get_ancestor (record, TORI_TYPE_DEPARTMENT);

      append_part (stem, department != NULL ? tori_department_get_name (department) : "");
      append_part (stem, tori_division_get_name (TORI_DIVISION (record)));
    }
  else
    append_part (stem, tori_department_get_name (TORI_DEPARTMENT (record)));
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("_%u", i) : g_strdup ("");
      g_autofree char *name = NULL;

      cut (stem, MAX_NAME - strlen (ENDING) - strlen (number));
      name = g_strconcat (stem->str, number, ENDING, NULL);
      if (g_hash_table_add (taken, fold (name)))
        return g_steal_pointer (&name);
    }
}
