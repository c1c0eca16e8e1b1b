/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-schedule-grid.h"

#include <glib/gi18n.h>

#include "model/tori-edit.h"
#include "ui/tori-help-window.h"
#include "ui/tori-schedule-grid-row.h"
#include "ui/tori-schedule-grid-years.h"

/*
 * The schedule of one initiative: a header with the years of the plan and a row for each item. It follows the
 * model: a row lives as long as its item stands in the schedule, so that the focus and what is being composed
 * stay where they are whatever happens around them.
 */
struct _ToriScheduleGrid
{
  GtkWidget parent_instance;

  ToriHistory *history;
  ToriInitiative *initiative;
  int year;
  int first; /* the years that have columns; those of the plan, and more if a span has more */
  int last;

  GtkWidget *years;
  GtkWidget *rows;
  GtkWidget *add;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (ToriScheduleGrid, tori_schedule_grid, GTK_TYPE_WIDGET)

#define SPACING 6

static ToriScheduleGridRow *
get_first_row (ToriScheduleGrid *self)
{
  return (ToriScheduleGridRow *) gtk_widget_get_first_child (self->rows);
}

static ToriScheduleGridRow *
get_next_row (ToriScheduleGridRow *row)
{
  return (ToriScheduleGridRow *) gtk_widget_get_next_sibling (GTK_WIDGET (row));
}

/* --- Years --- */

static void
find_years (ToriScheduleGrid *self, int *first, int *last)
{
  const ToriYears *years = tori_plan_get_years (tori_history_get_plan (self->history));
  ToriList *items = tori_initiative_get_schedule (self->initiative);

  *first = years->first;
  *last = MAX (years->last, years->first);
  for (guint i = 0; i < tori_list_get_length (items); i++)
    {
      const ToriLanes *lanes = tori_item_get_lanes (tori_list_get (items, i));

      for (guint j = 0; j < tori_lanes_get_n_lanes (lanes); j++)
        {
          guint n_spans;
          const ToriSpan *spans = tori_lanes_get_spans (lanes, j, &n_spans);

          if (n_spans == 0)
            continue;
          *first = MIN (*first, spans[0].from);
          *last = MAX (*last, spans[n_spans - 1].to);
        }
    }
}

static void
show_years (ToriScheduleGrid *self)
{
  find_years (self, &self->first, &self->last);
  tori_schedule_grid_years_set (TORI_SCHEDULE_GRID_YEARS (self->years), tori_history_get_plan (self->history),
                                self->first, self->last, self->year);
  for (ToriScheduleGridRow *row = get_first_row (self); row != NULL; row = get_next_row (row))
    tori_schedule_grid_row_set_years (row, self->first, self->last, self->year);
}

/* --- Rows --- */

/* Up from the first lane of an item goes on in the last one of the item above, and so on. */
static void
leave_cb (ToriScheduleGridLanes *lanes, int by, int year, ToriScheduleGridRow *row)
{
  GtkWidget *next = by < 0 ? gtk_widget_get_prev_sibling (GTK_WIDGET (row))
                           : gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (next != NULL)
    tori_schedule_grid_lanes_focus (tori_schedule_grid_row_get_lanes (TORI_SCHEDULE_GRID_ROW (next)),
                                    by < 0 ? G_MAXUINT : 0, year);
}

static ToriScheduleGridRow *
find_row (ToriScheduleGrid *self, ToriItem *item)
{
  ToriScheduleGridRow *row = get_first_row (self);

  while (row != NULL && tori_schedule_grid_row_get_item (row) != item)
    row = get_next_row (row);
  return row;
}

static ToriScheduleGridRow *
add_row (ToriScheduleGrid *self, ToriItem *item)
{
  ToriScheduleGridRow *row = TORI_SCHEDULE_GRID_ROW (tori_schedule_grid_row_new (self->history, item));

  g_signal_connect (tori_schedule_grid_row_get_lanes (row), "leave", G_CALLBACK (leave_cb), row);
  tori_schedule_grid_row_set_years (row, self->first, self->last, self->year);
  gtk_box_append (GTK_BOX (self->rows), GTK_WIDGET (row));
  return row;
}

static void
remove_rows (ToriScheduleGrid *self, ToriList *unless_in)
{
  for (ToriScheduleGridRow *row = get_first_row (self), *next; row != NULL; row = next)
    {
      next = get_next_row (row);
      if (unless_in == NULL || !tori_list_find (unless_in, tori_schedule_grid_row_get_item (row), NULL))
        gtk_box_remove (GTK_BOX (self->rows), GTK_WIDGET (row));
    }
}

/* The rows are what the schedule is. */
static void
show_rows (ToriScheduleGrid *self)
{
  ToriList *items = tori_initiative_get_schedule (self->initiative);
  const guint n_items = tori_list_get_length (items);
  GtkWidget *before = NULL;

  remove_rows (self, items);
  for (guint i = 0; i < n_items; i++)
    {
      ToriItem *item = tori_list_get (items, i);
      ToriScheduleGridRow *row = find_row (self, item);

      if (row == NULL)
        row = add_row (self, item);
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->rows), GTK_WIDGET (row), before);
      before = GTK_WIDGET (row);
      tori_schedule_grid_row_update_place (row);
    }
  gtk_widget_set_visible (self->years, n_items > 0);
  gtk_widget_set_visible (self->add, n_items > 0);
  gtk_widget_set_visible (self->empty, n_items == 0);
}

/* --- Following --- */

static void
initiative_changed_cb (ToriScheduleGrid *self, ToriRecord *source)
{
  int first, last;

  if (source == TORI_RECORD (self->initiative))
    show_rows (self);
  find_years (self, &first, &last);
  if (first != self->first || last != self->last)
    show_years (self);
}

static void
add_item_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriScheduleGrid *self = TORI_SCHEDULE_GRID (widget);
  g_autoptr (ToriItem) item = g_object_new (TORI_TYPE_ITEM, NULL);
  ToriList *items;

  if (self->initiative == NULL)
    return;
  items = tori_initiative_get_schedule (self->initiative);
  tori_edit_add (self->history, TORI_STEP_ADD_ITEM, items, tori_list_get_length (items), item);
  tori_schedule_grid_row_focus_text (find_row (self, item));
}

static void
let_go (ToriScheduleGrid *self)
{
  if (self->initiative != NULL)
    g_signal_handlers_disconnect_by_data (self->initiative, self);
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (tori_history_get_plan (self->history), self);
  if (self->rows != NULL)
    remove_rows (self, NULL);
  g_clear_object (&self->initiative);
  g_clear_object (&self->history);
}

static void
tori_schedule_grid_dispose (GObject *object)
{
  ToriScheduleGrid *self = TORI_SCHEDULE_GRID (object);
  GtkWidget *child;

  let_go (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->rows = NULL;

  G_OBJECT_CLASS (tori_schedule_grid_parent_class)->dispose (object);
}

static void
tori_schedule_grid_class_init (ToriScheduleGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_schedule_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "schedule.add-item", NULL, add_item_action);
  tori_help_bind (widget_class, "schedule");
}

static GtkWidget *
make_add_button (const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "schedule.add-item");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
tori_schedule_grid_init (ToriScheduleGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);
  /* Translators: in the place of the schedule of an initiative, beside a button. */
  GtkWidget *label = gtk_label_new (_ ("No schedule items. Add the first one."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: spoken; the items and phases of an initiative. */
                                  _ ("Schedule"), -1);

  self->years = tori_schedule_grid_years_new ();
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2 * SPACING);
  /* Translators: button; adds a schedule item (取組項目). */
  self->add = make_add_button (_ ("Add _Item"));
  gtk_widget_add_css_class (self->add, "flat");
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (self->empty), label);
  gtk_box_append (GTK_BOX (self->empty), make_add_button (_ ("Add _Item")));
  gtk_widget_set_parent (self->years, widget);
  gtk_widget_set_parent (self->rows, widget);
  gtk_widget_set_parent (self->add, widget);
  gtk_widget_set_parent (self->empty, widget);
  gtk_widget_set_visible (self->years, FALSE);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_widget_set_visible (self->empty, FALSE);
}

/**
 * tori_schedule_grid_new:
 *
 * Returns: (transfer floating): a grid without a schedule
 */
GtkWidget *
tori_schedule_grid_new (void)
{
  return g_object_new (TORI_TYPE_SCHEDULE_GRID, NULL);
}

/**
 * tori_schedule_grid_set:
 * @self: a grid
 * @history: (nullable): the history of the plan, by which everything is changed
 * @initiative: (nullable): the initiative whose schedule to show, one of that plan; NULL for none
 * @year: the fiscal year to mark
 */
void
tori_schedule_grid_set (ToriScheduleGrid *self, ToriHistory *history, ToriInitiative *initiative, int year)
{
  ToriPlan *plan;

  g_return_if_fail (TORI_IS_SCHEDULE_GRID (self));
  g_return_if_fail (initiative == NULL || history != NULL);

  self->year = year;
  if (initiative != NULL && initiative == self->initiative && history == self->history)
    {
      show_years (self);
      return;
    }
  let_go (self);
  if (initiative == NULL)
    {
      gtk_widget_set_visible (self->years, FALSE);
      gtk_widget_set_visible (self->add, FALSE);
      gtk_widget_set_visible (self->empty, FALSE);
      return;
    }
  self->history = g_object_ref (history);
  self->initiative = g_object_ref (initiative);
  plan = tori_history_get_plan (history);
  g_signal_connect_swapped (initiative, "changed", G_CALLBACK (initiative_changed_cb), self);
  g_signal_connect_swapped (plan, "notify::years", G_CALLBACK (show_years), self);
  g_signal_connect_swapped (plan, "notify::era", G_CALLBACK (show_years), self);
  show_years (self);
  show_rows (self);
}
