/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-print-dialog.h"

#include <glib/gi18n.h>

#include "ui/tori-year-words.h"

/* What shall be printed, and how. It comes before the desktop's dialog, which knows printers only. Whoever
 * opened it does the rest when "chosen" is emitted. */
struct _ToriPrintDialog
{
  AdwWindow parent_instance;

  ToriPlan *plan;
  ToriPrintTarget target;
  ToriReportOptions options;
  GPtrArray *parts; /* of ToriReportPart: what the row "which" offers after "all"; NULL for the table */
  const char *only[2];

  GtkButton *go_button;
  AdwComboRow *kind_row;
  AdwComboRow *part_row;
  GtkLabel *year_label;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *size_row;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In points; 0 is what suits the paper. */
static const double sizes[] = { 0, 6, 7, 8, 9, 10, 10.5, 11, 12 };

G_DEFINE_FINAL_TYPE (ToriPrintDialog, tori_print_dialog, ADW_TYPE_WINDOW)

static void
read_options (ToriPrintDialog *self)
{
  const guint part = adw_combo_row_get_selected (self->part_row);

  self->options.kind = adw_combo_row_get_selected (self->kind_row);
  self->options.paper = adw_combo_row_get_selected (self->paper_row);
  self->options.portrait = adw_combo_row_get_selected (self->orientation_row) == 1;
  self->options.font_size = sizes[adw_combo_row_get_selected (self->size_row)];
  self->options.only = NULL;
  if (self->parts != NULL && part > 0 && part <= self->parts->len)
    {
      self->only[0] = ((ToriReportPart *) self->parts->pdata[part - 1])->id;
      self->options.only = self->only;
    }
}

static void
go_cb (ToriPrintDialog *self)
{
  read_options (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* Offers the departments or divisions of the kind that is chosen. */
static void
kind_cb (ToriPrintDialog *self)
{
  const ToriReportKind kind = adw_combo_row_get_selected (self->kind_row);
  g_autoptr (GtkStringList) names = NULL;

  if (self->plan == NULL)
    return;
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->part_row), kind != TORI_REPORT_TABLE);
  if (kind == TORI_REPORT_TABLE)
    return;
  self->parts = tori_report_list_parts (self->plan, kind, self->options.year);
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names,
                          kind == TORI_REPORT_DEPARTMENT ? _ ("All departments") : _ ("All divisions"));
  for (guint i = 0; i < self->parts->len; i++)
    gtk_string_list_append (names, ((ToriReportPart *) self->parts->pdata[i])->name);
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (names));
}

static void
choose_group (ToriPrintDialog *self, ToriGroup *group)
{
  const ToriGroupKind kind = group == NULL ? TORI_GROUP_ALL : tori_group_get_kind (group);

  if (kind != TORI_GROUP_DEPARTMENT && kind != TORI_GROUP_DIVISION)
    return;
  adw_combo_row_set_selected (self->kind_row,
                              kind == TORI_GROUP_DEPARTMENT ? TORI_REPORT_DEPARTMENT : TORI_REPORT_DIVISION);
  for (guint i = 0; i < self->parts->len; i++)
    if (g_str_equal (((ToriReportPart *) self->parts->pdata[i])->id,
                     tori_record_get_id (tori_group_get_record (group))))
      adw_combo_row_set_selected (self->part_row, i + 1);
}

static void
offer_sizes (ToriPrintDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: the size of the font that suits the paper. */
  gtk_string_list_append (names, C_ ("font size", "Automatic"));
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    {
      /* Translators: size of a font in points. */
      g_autofree char *name = g_strdup_printf (_ ("%g pt"), sizes[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->size_row, G_LIST_MODEL (names));
}

static void
tori_print_dialog_finalize (GObject *object)
{
  ToriPrintDialog *self = TORI_PRINT_DIALOG (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (tori_print_dialog_parent_class)->finalize (object);
}

static void
tori_print_dialog_class_init (ToriPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tori_print_dialog_finalize;

  /**
   * ToriPrintDialog::chosen:
   * @self: a dialog
   *
   * The user wants it; tori_print_dialog_get_options() says what.
   */
  signals[SIGNAL_CHOSEN] =
      g_signal_new ("chosen", TORI_TYPE_PRINT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, go_button);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, year_label);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, ToriPrintDialog, size_row);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tori_print_dialog_init (ToriPrintDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_sizes (self);
}

/**
 * tori_print_dialog_new:
 * @plan: a plan
 * @year: the fiscal year that is printed
 * @group: (nullable): what the window shows, which is what is offered first
 * @target: where it goes
 *
 * Returns: the dialog
 */
GtkWindow *
tori_print_dialog_new (ToriPlan *plan, int year, ToriGroup *group, ToriPrintTarget target)
{
  ToriPrintDialog *self = g_object_new (TORI_TYPE_PRINT_DIALOG, NULL);
  const gboolean to_pdf = target == TORI_PRINT_TO_PDF;
  g_autofree char *words = tori_year_words (plan, year);

  self->plan = g_object_ref (plan);
  self->target = target;
  self->options.year = year;
  gtk_label_set_label (self->year_label, words);
  gtk_window_set_title (GTK_WINDOW (self), to_pdf ? _ ("Export PDF") : _ ("Print"));
  gtk_button_set_label (self->go_button, to_pdf ? _ ("_Export…") : _ ("_Print…"));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->go_button));
  kind_cb (self);
  choose_group (self, group);
  return GTK_WINDOW (self);
}

/**
 * tori_print_dialog_get_options:
 * @self: a dialog
 *
 * Returns: what the user chose; the dialog's, as long as it is there
 */
const ToriReportOptions *
tori_print_dialog_get_options (ToriPrintDialog *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_DIALOG (self), NULL);

  read_options (self);
  return &self->options;
}

ToriPrintTarget
tori_print_dialog_get_target (ToriPrintDialog *self)
{
  g_return_val_if_fail (TORI_IS_PRINT_DIALOG (self), TORI_PRINT_TO_PRINTER);

  return self->target;
}

/**
 * tori_print_dialog_suggest_name:
 * @self: a dialog
 *
 * Returns: (transfer full): what a file of this report could be called, without an ending
 */
char *
tori_print_dialog_suggest_name (ToriPrintDialog *self)
{
  const char *title = tori_plan_get_title (self->plan);
  g_autofree char *year = tori_year_words (self->plan, self->options.year);
  const guint part = adw_combo_row_get_selected (self->part_row);
  const char *name = self->parts == NULL || part == 0 || part > self->parts->len
                         ? ""
                         : ((ToriReportPart *) self->parts->pdata[part - 1])->name;

  return g_strjoin (" ", title, year, *name == '\0' ? NULL : name, NULL);
}
