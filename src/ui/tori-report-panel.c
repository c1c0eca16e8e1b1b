/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-report-panel.h"

#include <glib/gi18n.h>

#include "model/tori-label.h"
#include "model/tori-year-words.h"
#include "ui/tori-approval-row.h"
#include "ui/tori-length-row.h"
#include "ui/tori-report-words.h"

/* How the report is laid out. What is set goes into the settings at once, and the rows show the settings;
 * what a kind of report does not have is hidden. */
struct _ToriReportPanel
{
  AdwBin parent_instance;

  ToriPlan *plan;
  ToriReportSettings *settings;
  GPtrArray *parts; /* of ToriReportPart: what is offered after "all" */
  gboolean showing; /* the rows are being set to what the settings say */

  AdwComboRow *kind_row;
  AdwComboRow *part_row;
  AdwComboRow *year_row;
  AdwComboRow *form_row;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwComboRow *size_row;
  AdwComboRow *binding_row;
  AdwExpanderRow *margins_row;
  ToriLengthRow *margins[4]; /* left, right, top, bottom */
  AdwExpanderRow *widths_row;
  ToriLengthRow *widths[TORI_N_REPORT_COLUMNS];
  ToriApprovalRow *approval_row;
  AdwComboRow *date_row;
  AdwEntryRow *date_entry;
};

/* What the row of the date offers. */
enum
{
  DATE_OF_CHANGE,
  DATE_NONE,
  DATE_TYPED
};

/* In points; 0 is what suits the paper. */
static const double sizes[] = { 0, 6, 7, 8, 9, 10, 10.5, 11, 12 };

G_DEFINE_FINAL_TYPE (ToriReportPanel, tori_report_panel, ADW_TYPE_BIN)

/* --- What is offered --- */

/* Does not touch a row that offers the same already: somebody may have it open. */
static void
offer (AdwComboRow *row, GtkStringList *names)
{
  GListModel *former = adw_combo_row_get_model (row);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (names));
  gboolean same = former != NULL && g_list_model_get_n_items (former) == n;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (former), i),
                        gtk_string_list_get_string (names, i));
  if (!same)
    adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static void
offer_kinds (ToriReportPanel *self)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (TORI_TYPE_REPORT_KIND);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_append (names, tori_report_words_kind ((ToriReportKind) klass->values[i].value));
  offer (self->kind_row, names);
}

static void
offer_sizes (ToriReportPanel *self)
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
  offer (self->size_row, names);
}

static void
offer_years (ToriReportPanel *self)
{
  const ToriYears *years = tori_plan_get_years (self->plan);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int year = years->first; year <= years->last; year++)
    {
      g_autofree char *name = tori_year_words (self->plan, year);

      gtk_string_list_append (names, name);
    }
  offer (self->year_row, names);
}

static gboolean
has_parts (ToriReportKind kind)
{
  return kind == TORI_REPORT_DEPARTMENT || kind == TORI_REPORT_DIVISION;
}

static void
offer_parts (ToriReportPanel *self)
{
  const ToriReportOptions *options = tori_report_settings_get (self->settings);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  if (!has_parts (options->kind))
    return;
  self->parts = tori_report_list_parts (self->plan, options->kind, options->year);
  gtk_string_list_append (names, options->kind == TORI_REPORT_DEPARTMENT ? _ ("All departments")
                                                                         : _ ("All divisions"));
  for (guint i = 0; i < self->parts->len; i++)
    gtk_string_list_append (names, ((ToriReportPart *) self->parts->pdata[i])->name);
  offer (self->part_row, names);
}

static void
add_margins (ToriReportPanel *self)
{
  const char *const titles[] = { C_ ("edge", "Left"), C_ ("edge", "Right"), C_ ("edge", "Top"),
                                 C_ ("edge", "Bottom") };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      self->margins[i] =
          TORI_LENGTH_ROW (tori_length_row_new (titles[i], TORI_REPORT_MARGIN_MIN, TORI_REPORT_MARGIN_MAX));
      adw_expander_row_add_row (self->margins_row, GTK_WIDGET (self->margins[i]));
    }
}

static void
add_widths (ToriReportPanel *self)
{
  for (int i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    {
      self->widths[i] = TORI_LENGTH_ROW (tori_length_row_new (tori_report_words_column ((ToriReportColumn) i),
                                                              TORI_REPORT_WIDTH_MIN, TORI_REPORT_WIDTH_MAX));
      adw_expander_row_add_row (self->widths_row, GTK_WIDGET (self->widths[i]));
    }
}

/* --- Showing the settings --- */

static guint
find_size (double size)
{
  for (guint i = 1; i < G_N_ELEMENTS (sizes); i++)
    if (ABS (sizes[i] - size) < 0.01)
      return i;
  return 0;
}

static guint
find_part (ToriReportPanel *self, const ToriReportOptions *options)
{
  for (guint i = 0; options->only != NULL && self->parts != NULL && i < self->parts->len; i++)
    if (g_str_equal (((ToriReportPart *) self->parts->pdata[i])->id, options->only[0]))
      return i + 1;
  return 0;
}

static void
show_date (ToriReportPanel *self, const ToriReportOptions *options)
{
  const gboolean typed = options->date != NULL && *options->date != '\0';

  /* A date that is being typed may be empty for a moment. */
  if (typed || gtk_widget_get_visible (GTK_WIDGET (self->date_entry)))
    {
      if (typed && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->date_entry)), options->date))
        gtk_editable_set_text (GTK_EDITABLE (self->date_entry), options->date);
    }
  if (typed)
    adw_combo_row_set_selected (self->date_row, DATE_TYPED);
  else if (options->date == NULL || adw_combo_row_get_selected (self->date_row) != DATE_TYPED)
    adw_combo_row_set_selected (self->date_row, options->date == NULL ? DATE_OF_CHANGE : DATE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->date_entry),
                          adw_combo_row_get_selected (self->date_row) == DATE_TYPED);
}

static void
show_lengths (ToriReportPanel *self, const ToriReportOptions *options)
{
  const double margins[] = { options->margins.left, options->margins.right, options->margins.top,
                             options->margins.bottom };

  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    tori_length_row_set_length (self->margins[i], margins[i]);
  for (guint i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    tori_length_row_set_length (self->widths[i], options->widths[i]);
}

/* A year or a department that is not in the plan any more is not asked for.
 * Returns whether nothing had to be mended. */
static gboolean
mend (ToriReportPanel *self)
{
  const ToriYears *years = tori_plan_get_years (self->plan);
  ToriReportOptions options = *tori_report_settings_get (self->settings);

  options.year = CLAMP (options.year, years->first, years->last);
  if (options.only != NULL && find_part (self, &options) == 0)
    options.only = NULL;
  if (options.year == tori_report_settings_get (self->settings)->year
      && options.only == tori_report_settings_get (self->settings)->only)
    return TRUE;
  tori_report_settings_set (self->settings, &options);
  return FALSE;
}

static void
show (ToriReportPanel *self)
{
  const ToriReportOptions *options;
  gboolean parts;

  self->showing = TRUE;
  offer_parts (self);
  if (!mend (self))
    return; /* and it was shown */
  options = tori_report_settings_get (self->settings);
  parts = has_parts (options->kind);
  adw_combo_row_set_selected (self->kind_row, options->kind);
  adw_combo_row_set_selected (self->part_row, find_part (self, options));
  adw_combo_row_set_selected (self->year_row,
                              (guint) (options->year - tori_plan_get_years (self->plan)->first));
  adw_combo_row_set_selected (self->form_row, options->form);
  adw_combo_row_set_selected (self->paper_row, options->paper);
  adw_combo_row_set_selected (self->orientation_row, options->portrait ? 1 : 0);
  adw_combo_row_set_selected (self->size_row, find_size (options->font_size));
  adw_combo_row_set_selected (self->binding_row, options->binding);
  show_lengths (self, options);
  tori_approval_row_set (self->approval_row, tori_report_settings_get_approvals (self->settings),
                         options->approvals != NULL);
  show_date (self, options);
  gtk_widget_set_visible (GTK_WIDGET (self->part_row), parts);
  gtk_widget_set_visible (GTK_WIDGET (self->form_row), parts);
  gtk_widget_set_visible (GTK_WIDGET (self->widths_row),
                          options->kind == TORI_REPORT_TABLE
                              || (parts && options->form == TORI_REPORT_FORM_TABLE));
  self->showing = FALSE;
}

/* --- Taking what the user sets --- */

static void
read_lengths (ToriReportPanel *self, ToriReportOptions *options)
{
  options->margins.left = tori_length_row_get_length (self->margins[0]);
  options->margins.right = tori_length_row_get_length (self->margins[1]);
  options->margins.top = tori_length_row_get_length (self->margins[2]);
  options->margins.bottom = tori_length_row_get_length (self->margins[3]);
  for (guint i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    options->widths[i] = tori_length_row_get_length (self->widths[i]);
}

static const char *
read_date (ToriReportPanel *self)
{
  switch (adw_combo_row_get_selected (self->date_row))
    {
    case DATE_OF_CHANGE: return NULL;
    case DATE_TYPED: return gtk_editable_get_text (GTK_EDITABLE (self->date_entry));
    default: return "";
    }
}

static void
changed_cb (ToriReportPanel *self)
{
  const guint part = adw_combo_row_get_selected (self->part_row);
  const char *only[] = { NULL, NULL };
  ToriReportOptions options;

  if (self->showing)
    return;
  options = *tori_report_settings_get (self->settings);
  if (self->parts != NULL && part > 0 && part <= self->parts->len)
    only[0] = ((ToriReportPart *) self->parts->pdata[part - 1])->id;
  options.only = only[0] == NULL ? NULL : only;
  options.year = tori_plan_get_years (self->plan)->first + (int) adw_combo_row_get_selected (self->year_row);
  options.form = adw_combo_row_get_selected (self->form_row);
  options.paper = adw_combo_row_get_selected (self->paper_row);
  options.portrait = adw_combo_row_get_selected (self->orientation_row) == 1;
  options.font_size = sizes[adw_combo_row_get_selected (self->size_row)];
  options.binding = adw_combo_row_get_selected (self->binding_row);
  options.date = read_date (self);
  read_lengths (self, &options);
  tori_report_settings_set (self->settings, &options);
}

static void
kind_cb (ToriReportPanel *self)
{
  if (!self->showing)
    tori_report_settings_choose (self->settings, adw_combo_row_get_selected (self->kind_row), NULL);
}

static void
approvals_cb (ToriReportPanel *self)
{
  g_auto (GStrv) titles = tori_approval_row_dup_titles (self->approval_row);

  if (!self->showing)
    tori_report_settings_set_approvals (self->settings, (const char *const *) titles,
                                        tori_approval_row_get_shown (self->approval_row));
}

/* Who wants to type a date begins with today. */
static void
date_cb (ToriReportPanel *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  if (self->showing)
    return;
  if (adw_combo_row_get_selected (self->date_row) == DATE_TYPED)
    {
      now = g_date_time_new_now_local ();
      today = tori_label_date (self->plan, now);
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->date_entry), today);
      self->showing = FALSE;
    }
  changed_cb (self);
}

/* --- The class --- */

static void
tori_report_panel_dispose (GObject *object)
{
  ToriReportPanel *self = TORI_REPORT_PANEL (object);

  self->showing = TRUE; /* rows that go say that they have changed */
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tori_report_panel_parent_class)->dispose (object);
}

static void
tori_report_panel_class_init (ToriReportPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_report_panel_dispose;

  g_type_ensure (TORI_TYPE_APPROVAL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/torikumi/Torikumi/ui/tori-report-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, kind_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, part_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, year_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, form_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, paper_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, size_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, binding_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, margins_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, widths_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, approval_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, date_row);
  gtk_widget_class_bind_template_child (widget_class, ToriReportPanel, date_entry);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, approvals_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_cb);
}

static void
tori_report_panel_init (ToriReportPanel *self)
{
  self->showing = TRUE; /* until there are settings to show */
  gtk_widget_init_template (GTK_WIDGET (self));
  add_margins (self);
  add_widths (self);
  offer_kinds (self);
  offer_sizes (self);
}

/**
 * tori_report_panel_new:
 * @plan: the plan that is printed
 * @settings: how it is laid out
 *
 * Returns: a panel in which that is set
 */
GtkWidget *
tori_report_panel_new (ToriPlan *plan, ToriReportSettings *settings)
{
  ToriReportPanel *self = g_object_new (TORI_TYPE_REPORT_PANEL, NULL);

  self->plan = g_object_ref (plan);
  self->settings = g_object_ref (settings);
  for (guint i = 0; i < G_N_ELEMENTS (self->margins); i++)
    g_signal_connect_object (self->margins[i], "notify::length", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  for (guint i = 0; i < TORI_N_REPORT_COLUMNS; i++)
    g_signal_connect_object (self->widths[i], "notify::length", G_CALLBACK (changed_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  tori_report_panel_follow (self);
  return GTK_WIDGET (self);
}

/**
 * tori_report_panel_follow:
 * @self: a panel
 *
 * Offers the years, departments and divisions that the plan has now.
 */
void
tori_report_panel_follow (ToriReportPanel *self)
{
  g_return_if_fail (TORI_IS_REPORT_PANEL (self));

  self->showing = TRUE;
  offer_years (self);
  show (self);
}
