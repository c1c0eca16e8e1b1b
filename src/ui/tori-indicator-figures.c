/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-indicator-figures.h"

#include <glib/gi18n.h>

#include "model/tori-decimal.h"
#include "model/tori-year-words.h"

/* The table of an indicator's figures: years downwards, target and actual beside each other. A cell that is
 * left empty is a figure that there is not, which is another thing than zero. */
typedef struct
{
  ToriIndicatorFigures *table;
  int year;
  gboolean actual;
  ToriEditorEntry *entry;
} Cell;

struct _ToriIndicatorFigures
{
  AdwBin parent_instance;

  ToriEditorSubject *subject;
  ToriIndicator *indicator; /* NULL while there is none */
  GtkGrid *grid;
  GPtrArray *cells;  /* of Cell, by year, target before actual */
  GPtrArray *shares; /* of GtkLabel, by year; the grid has them */
};

G_DEFINE_FINAL_TYPE (ToriIndicatorFigures, tori_indicator_figures, ADW_TYPE_BIN)

static char *
write_figure (gpointer owner, const char *text)
{
  Cell *cell = owner;
  ToriIndicator *indicator = cell->table->indicator;
  ToriHistory *history = tori_editor_subject_get_history (cell->table->subject);
  const ToriValue *former;
  g_autoptr (ToriValues) values = NULL;
  g_autofree char *figure = NULL;
  char *reason = NULL;

  figure = tori_indicator_figures_read (text, &reason);
  if (reason != NULL || indicator == NULL)
    return reason;
  former = tori_values_find (tori_indicator_get_values (indicator), cell->year);
  values = tori_values_copy (tori_indicator_get_values (indicator));
  tori_values_set (values, cell->year, cell->actual ? (former == NULL ? NULL : former->target) : figure,
                   cell->actual ? figure : (former == NULL ? NULL : former->actual));
  tori_history_begin (history, TORI_STEP_FIGURE);
  tori_history_set_boxed (history, indicator, "values", tori_values_get_n (values) == 0 ? NULL : values);
  tori_history_end (history);
  return NULL;
}

static void
show_cell (Cell *cell)
{
  const ToriValue *value =
      cell->table->indicator == NULL
          ? NULL
          : tori_values_find (tori_indicator_get_values (cell->table->indicator), cell->year);
  const char *figure = value == NULL ? NULL : cell->actual ? value->actual : value->target;

  tori_editor_entry_set_text (cell->entry, figure == NULL ? "" : figure);
}

/* How much of the target was reached; nothing where that can't be said. */
static void
show_share (ToriIndicatorFigures *self, GtkLabel *label, int year)
{
  double share;
  g_autofree char *words = self->indicator != NULL && tori_indicator_get_share (self->indicator, year, &share)
                               ? g_strdup_printf ("%.1f%%", 100 * share)
                               : g_strdup ("");

  gtk_label_set_label (label, words);
}

static void
add_cell (ToriIndicatorFigures *self, int year, gboolean actual, const char *label, int row)
{
  Cell *cell = g_new (Cell, 1);
  GtkWidget *entry = tori_editor_entry_new (write_figure, cell, FALSE);
  GtkWidget *inner = tori_editor_entry_get_entry (TORI_EDITOR_ENTRY (entry));

  *cell = (Cell){ self, year, actual, TORI_EDITOR_ENTRY (entry) };
  gtk_editable_set_alignment (GTK_EDITABLE (inner), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (inner), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_grid_attach (self->grid, entry, actual ? 2 : 1, row, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_year (ToriIndicatorFigures *self, int year, int row)
{
  g_autofree char *words = tori_year_words (tori_editor_subject_get_plan (self->subject), year);
  /* Translators: name one figure of an indicator for a screen reader; %s is a fiscal year. */
  g_autofree char *target = g_strdup_printf (_ ("Target of %s"), words);
  g_autofree char *actual = g_strdup_printf (_ ("Actual of %s"), words);
  GtkWidget *share = gtk_label_new ("");

  gtk_grid_attach (self->grid, make_label (words), 0, row, 1, 1);
  add_cell (self, year, FALSE, target, row);
  add_cell (self, year, TRUE, actual, row);
  gtk_label_set_xalign (GTK_LABEL (share), 1);
  gtk_widget_add_css_class (share, "numeric");
  gtk_grid_attach (self->grid, share, 3, row, 1, 1);
  g_ptr_array_add (self->shares, share);
}

/* The plan's years, and those of figures outside of them. */
static GArray *
list_years (ToriIndicatorFigures *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));
  const ToriYears *years = tori_plan_get_years (tori_editor_subject_get_plan (self->subject));
  const ToriValues *values = self->indicator == NULL ? NULL : tori_indicator_get_values (self->indicator);
  int first = years == NULL ? 0 : years->first, last = years == NULL ? -1 : years->last;

  for (guint i = 0; i < tori_values_get_n (values); i++)
    {
      const int year = tori_values_get (values, i)->year;

      if (year < first)
        g_array_append_val (list, year);
    }
  for (int year = first; year <= last; year++)
    g_array_append_val (list, year);
  for (guint i = 0; i < tori_values_get_n (values); i++)
    {
      const int year = tori_values_get (values, i)->year;

      if (year > last)
        g_array_append_val (list, year);
    }
  return list;
}

static gboolean
has_years (ToriIndicatorFigures *self, GArray *years)
{
  if (self->cells->len != 2 * years->len)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    if (((Cell *) self->cells->pdata[2 * i])->year != g_array_index (years, int, i))
      return FALSE;
  return TRUE;
}

static void
build (ToriIndicatorFigures *self, GArray *years)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->shares, 0);
  /* Translators: the heads of the table of an indicator's figures. */
  gtk_grid_attach (self->grid, make_label (_ ("Target")), 1, 0, 1, 1);
  gtk_grid_attach (self->grid, make_label (_ ("Actual")), 2, 0, 1, 1);
  /* Translators: how much of the target was reached, in per cent. */
  gtk_grid_attach (self->grid, make_label (_ ("Reached")), 3, 0, 1, 1);
  for (guint i = 0; i < years->len; i++)
    add_year (self, g_array_index (years, int, i), (int) i + 1);
}

static void
tori_indicator_figures_dispose (GObject *object)
{
  ToriIndicatorFigures *self = TORI_INDICATOR_FIGURES (object);

  g_clear_object (&self->indicator);
  g_clear_object (&self->subject);

  G_OBJECT_CLASS (tori_indicator_figures_parent_class)->dispose (object);
}

static void
tori_indicator_figures_finalize (GObject *object)
{
  g_ptr_array_unref (TORI_INDICATOR_FIGURES (object)->cells);
  g_ptr_array_unref (TORI_INDICATOR_FIGURES (object)->shares);

  G_OBJECT_CLASS (tori_indicator_figures_parent_class)->finalize (object);
}

static void
tori_indicator_figures_class_init (ToriIndicatorFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tori_indicator_figures_dispose;
  object_class->finalize = tori_indicator_figures_finalize;
}

static void
tori_indicator_figures_init (ToriIndicatorFigures *self)
{
  self->cells = g_ptr_array_new_with_free_func (g_free);
  self->shares = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_grid_set_row_spacing (self->grid, 3);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

/**
 * tori_indicator_figures_new:
 * @subject: what the editor shows
 *
 * Returns: a table of no indicator yet
 */
GtkWidget *
tori_indicator_figures_new (ToriEditorSubject *subject)
{
  ToriIndicatorFigures *self = g_object_new (TORI_TYPE_INDICATOR_FIGURES, NULL);

  self->subject = g_object_ref (subject);
  return GTK_WIDGET (self);
}

/**
 * tori_indicator_figures_set_indicator:
 * @self: a table
 * @indicator: (nullable): whose figures it shows
 *
 * To be called also when its figures or the plan's years have changed.
 */
void
tori_indicator_figures_set_indicator (ToriIndicatorFigures *self, ToriIndicator *indicator)
{
  g_autoptr (GArray) years = NULL;

  g_return_if_fail (TORI_IS_INDICATOR_FIGURES (self));

  g_set_object (&self->indicator, indicator);
  years = list_years (self);
  if (!has_years (self, years))
    build (self, years);
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self->cells->pdata[i]);
  for (guint i = 0; i < self->shares->len; i++)
    show_share (self, self->shares->pdata[i], g_array_index (years, int, i));
}

/**
 * tori_indicator_figures_get_entry:
 * @self: a table
 * @year: a fiscal year
 * @actual: whether the actual figure is meant, else the target
 *
 * Returns: (transfer none) (nullable): the entry of that figure
 */
ToriEditorEntry *
tori_indicator_figures_get_entry (ToriIndicatorFigures *self, int year, gboolean actual)
{
  g_return_val_if_fail (TORI_IS_INDICATOR_FIGURES (self), NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = self->cells->pdata[i];

      if (cell->year == year && cell->actual == actual)
        return cell->entry;
    }
  return NULL;
}

/**
 * tori_indicator_figures_read:
 * @text: what somebody typed for a figure
 * @reason: (out) (transfer full): why it is none, for the user; NULL when it is one
 *
 * Returns: (transfer full) (nullable): the figure; NULL when nothing was typed, or it is none
 */
char *
tori_indicator_figures_read (const char *text, char **reason)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  char *figure = *typed == '\0' ? NULL : tori_decimal_parse (typed);

  *reason = NULL;
  if (figure == NULL && *typed != '\0')
    *reason = g_strdup (
        _ ("Write a number such as 1,234.5 or -3. Leave it empty if there is no figure; that is not "
           "zero."));
  return figure;
}
