/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-report-words.h"

#include <glib/gi18n.h>

/* What the interface calls the parts of reports. */

/**
 * tori_report_words_kind:
 * @kind: a kind of report
 *
 * Returns: what it is called
 */
const char *
tori_report_words_kind (ToriReportKind kind)
{
  switch (kind)
    {
    case TORI_REPORT_TABLE: return _ ("Table of all initiatives");
    case TORI_REPORT_DEPARTMENT: return _ ("Summary of departments");
    case TORI_REPORT_DIVISION: return _ ("Summary of divisions");
    /* Translators: a report that counts initiatives by level. */
    case TORI_REPORT_TOTALS: return _ ("Totals by level");
    /* Translators: a report with the arrows of all initiatives. */
    case TORI_REPORT_SCHEDULE: return _ ("Schedule of the whole plan");
    default: g_return_val_if_reached ("");
    }
}

/**
 * tori_report_words_column:
 * @column: a column of the table whose width can be set
 *
 * Returns: what it is called
 */
const char *
tori_report_words_column (ToriReportColumn column)
{
  switch (column)
    {
    /* Translators: columns of the printed table. */
    case TORI_REPORT_COLUMN_TITLE: return C_ ("column", "Initiative");
    case TORI_REPORT_COLUMN_ITEM: return C_ ("column", "Item");
    case TORI_REPORT_COLUMN_YEAR: return C_ ("column", "Each Year");
    case TORI_REPORT_COLUMN_ACTIONS: return C_ ("column", "Actions Taken");
    case TORI_REPORT_COLUMN_LEVEL: return C_ ("column", "Rating");
    case TORI_REPORT_COLUMN_STATUS: return C_ ("column", "Results and Issues");
    case TORI_REPORT_COLUMN_CHARGE: return C_ ("column", "In Charge");
    default: g_return_val_if_reached ("");
    }
}

/**
 * tori_report_words_paper:
 * @options: how a report is laid out
 *
 * Returns: (transfer full): its paper: A3 landscape
 */
char *
tori_report_words_paper (const ToriReportOptions *options)
{
  const char *size = options->paper == TORI_PAPER_A3 ? "A3" : "A4";

  /* Translators: %s is the size of the paper, A4 or A3. */
  return g_strdup_printf (options->portrait ? _ ("%s portrait") : _ ("%s landscape"), size);
}

/**
 * tori_report_words_extent:
 * @options: how a report is laid out
 * @n_pages: how many pages are known of it
 * @complete: whether these are all
 *
 * Returns: (transfer full): how much it is: 12 pages, A3 landscape
 */
char *
tori_report_words_extent (const ToriReportOptions *options, guint n_pages, gboolean complete)
{
  g_autofree char *paper = tori_report_words_paper (options);

  if (complete)
    /* Translators: how much will be printed; %2$s is the paper: A3 landscape. */
    return g_strdup_printf (ngettext ("%1$u page, %2$s", "%1$u pages, %2$s", n_pages), n_pages, paper);
  /* Translators: the same while the pages are still being counted: there are more than these. */
  return g_strdup_printf (ngettext ("%1$u+ page, %2$s", "%1$u+ pages, %2$s", n_pages), n_pages, paper);
}
