/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-print-setup.h"

#include "ui/tori-settings.h"

/* Printer and paper as each kind of report was printed last: the text of a key file with GTK's print settings
 * and page setup, and with the paper for which the report was laid out. */

#define KEY "print-setups"
#define GROUP "Layout"

static const char *
get_kind (const ToriReportOptions *options)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TORI_TYPE_REPORT_KIND);

  return g_enum_get_value (klass, (int) options->kind)->value_nick; /* static */
}

static GKeyFile *
load_file (const ToriReportOptions *options)
{
  g_autoptr (GVariant) entry = tori_settings_get_entry (KEY, get_kind (options));
  GKeyFile *file = g_key_file_new ();

  if (entry != NULL)
    g_key_file_load_from_data (file, g_variant_get_string (entry, NULL), (gsize) -1,
                               G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
  return file;
}

/* Whether the report was laid out for the same paper then. */
static gboolean
is_for_paper (GKeyFile *file, const ToriReportOptions *options)
{
  return g_key_file_has_group (file, GROUP)
         && g_key_file_get_integer (file, GROUP, "paper", NULL) == (int) options->paper
         && g_key_file_get_boolean (file, GROUP, "portrait", NULL) == options->portrait;
}

static GtkPageSetup *
create_setup (const ToriReportOptions *options)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size =
      gtk_paper_size_new (options->paper == TORI_PAPER_A3 ? GTK_PAPER_NAME_A3 : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, options->portrait ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                           : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (size);
  return setup;
}

/**
 * tori_print_setup_load:
 * @options: what is going to be printed
 * @settings: (out) (transfer full): the settings to offer
 * @setup: (out) (transfer full): the page setup to offer: the paper of @options, unless the same was printed
 *   on another paper last time
 */
void
tori_print_setup_load (const ToriReportOptions *options, GtkPrintSettings **settings, GtkPageSetup **setup)
{
  g_autoptr (GKeyFile) file = load_file (options);

  *settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  *setup = is_for_paper (file, options) ? gtk_page_setup_new_from_key_file (file, NULL, NULL) : NULL;
  if (*setup == NULL)
    *setup = create_setup (options);
}

/**
 * tori_print_setup_store:
 * @options: what was printed
 * @settings: how
 * @setup: on what
 *
 * Remembers the printer and how it prints. What belongs to this one time is forgotten: which pages, how many
 * copies, into which file. The paper is that of @setup.
 */
void
tori_print_setup_store (const ToriReportOptions *options, GtkPrintSettings *settings, GtkPageSetup *setup)
{
  static const char *const once[] = {
    GTK_PRINT_SETTINGS_PRINT_PAGES,  GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_N_COPIES,     GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
    GTK_PRINT_SETTINGS_PAPER_FORMAT, GTK_PRINT_SETTINGS_PAPER_WIDTH, GTK_PRINT_SETTINGS_PAPER_HEIGHT,
    GTK_PRINT_SETTINGS_ORIENTATION,
  };
  g_autoptr (GtkPrintSettings) lasting = gtk_print_settings_copy (settings);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < G_N_ELEMENTS (once); i++)
    gtk_print_settings_unset (lasting, once[i]);
  gtk_print_settings_to_key_file (lasting, file, NULL);
  gtk_page_setup_to_key_file (setup, file, NULL);
  g_key_file_set_integer (file, GROUP, "paper", (int) options->paper);
  g_key_file_set_boolean (file, GROUP, "portrait", options->portrait);
  tori_settings_set_entry (KEY, get_kind (options),
                           g_variant_new_take_string (g_key_file_to_data (file, NULL, NULL)));
}

/**
 * tori_print_setup_find_paper:
 * @width: width of a sheet as it is printed, in points
 * @height: its height
 * @paper: (out): the paper of that size
 * @portrait: (out): whether it stands upright
 *
 * Returns: whether reports can be laid out for such a sheet; printers round sizes, so a difference of two
 *   millimetres is none
 */
gboolean
tori_print_setup_find_paper (double width, double height, ToriPaper *paper, gboolean *portrait)
{
  const double tolerance = 2 * 72 / 25.4;
  const ToriPaper papers[] = { TORI_PAPER_A4, TORI_PAPER_A3 };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      double w, h;

      tori_paper_get_size (papers[i], height > width, &w, &h);
      if (ABS (w - width) > tolerance || ABS (h - height) > tolerance)
        continue;
      *paper = papers[i];
      *portrait = height > width;
      return TRUE;
    }
  return FALSE;
}
