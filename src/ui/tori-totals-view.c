/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-totals-view.h"

#include <glib/gi18n.h>

#include "model/tori-block.h"
#include "ui/tori-level-bar.h"
#include "ui/tori-spoken-name.h"
#include "ui/tori-totals-table.h"
#include "ui/tori-view.h"

/* How many of the initiatives that are shown have reached which level. The table is made anew when something
 * has changed, before the next frame; each number leads to the list of what it counts. */
struct _ToriTotalsView
{
  GtkWidget parent_instance;

  ToriListing *listing;
  ToriTotalsBy by;
  guint scale; /* its place among those of the plan */
  guint update_id;

  GtkWidget *scroller;
  GtkDropDown *by_chooser;
  GtkDropDown *scale_chooser;
  GtkWidget *table; /* the grid */
  GtkBox *page;
  GtkLabel *notes;
};

/* At least and at most. */
#define NAME_CHARS 22, 30
#define TITLE_CHARS 5, 9
#define NOTE_CHARS -1, -1

static void view_iface_init (ToriViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ToriTotalsView,
                               tori_totals_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TORI_TYPE_VIEW, view_iface_init))

static ToriScale *
get_scale (ToriTotalsView *self)
{
  ToriList *scales = tori_plan_get_scales (tori_listing_get_plan (self->listing));

  if (tori_list_get_length (scales) == 0)
    return NULL;
  return tori_list_get (scales, MIN (self->scale, tori_list_get_length (scales) - 1));
}

/* --- From a number to what it counts --- */

static void
choose_only (ToriCensus *census, ToriGroupKind kind, gpointer record, int number)
{
  ToriGroup *group = tori_census_find (census, kind, record, number);

  if (group != NULL && tori_census_get_only (census, tori_group_get_facet (group)) != group)
    tori_census_choose (census, group, FALSE);
}

static void
choose_row (ToriTotalsView *self, ToriRecord *record)
{
  static const ToriGroupKind kinds[] = { [TORI_TOTALS_BY_PILLAR] = TORI_GROUP_PILLAR,
                                         [TORI_TOTALS_BY_DEPARTMENT] = TORI_GROUP_DEPARTMENT,
                                         [TORI_TOTALS_BY_DIVISION] = TORI_GROUP_DIVISION };

  choose_only (tori_listing_get_census (self->listing), record == NULL ? TORI_GROUP_NOBODY : kinds[self->by],
               record, 0);
}

static void
number_clicked_cb (GtkWidget *button, ToriTotalsView *self)
{
  ToriCensus *census = tori_listing_get_census (self->listing);
  ToriScale *scale = get_scale (self);
  g_autoptr (ToriTotalsTable) table = tori_totals_table_new (self->listing, scale, self->by);
  const guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tori-row"));
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tori-column"));
  const ToriTotalsColumn *c;

  if (row >= tori_totals_table_get_n_rows (table) || column >= table->columns->len)
    return;
  c = tori_totals_table_get_column (table, column);
  if (row < table->totals->n_rows)
    choose_row (self, tori_totals_table_get_row (table, row)->record);
  if (c->kind == TORI_TOTALS_COLUMN_LEVEL)
    choose_only (census, TORI_GROUP_LEVEL, c->level.level, c->level.since);
  else if (c->kind == TORI_TOTALS_COLUMN_NOT_ASSESSED)
    choose_only (census, TORI_GROUP_NOT_ASSESSED, scale, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "list");
}

/* --- The table --- */

static GtkWidget *
create_label (const char *text, float xalign, int least, int chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), least);
  gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
  return label;
}

static gboolean
leads_to_list (const ToriTotalsTable *table, guint row, guint column)
{
  const ToriTotalsColumnKind kind = tori_totals_table_get_column (table, column)->kind;

  return kind != TORI_TOTALS_COLUMN_RELISTED && kind != TORI_TOTALS_COLUMN_RATE
         && tori_totals_table_count (table, row, column) > 0;
}

/* A number, and under it its change. */
static GtkWidget *
create_number (const ToriTotalsTable *table, guint row, guint column)
{
  g_autofree char *text = tori_totals_table_dup_text (table, row, column);
  g_autofree char *change = tori_totals_table_dup_change (table, row, column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *number = gtk_label_new (text);
  GtkWidget *small = gtk_label_new (change);

  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_label_set_xalign (GTK_LABEL (small), 1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (small, "caption");
  gtk_widget_add_css_class (small, "numeric");
  gtk_widget_add_css_class (small, "dim-label");
  if (tori_totals_table_count (table, row, column) == 0)
    gtk_widget_add_css_class (number, "dim-label");
  else if (row == table->totals->n_rows)
    gtk_widget_add_css_class (number, "heading");
  gtk_box_append (GTK_BOX (box), number);
  if (table->before != NULL)
    gtk_box_append (GTK_BOX (box), small);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static char *
describe_number (const ToriTotalsTable *table, guint row, guint column)
{
  g_autofree char *row_title = tori_totals_table_dup_row_title (table, row);
  g_autofree char *column_title = tori_totals_table_dup_column_title (table, column);
  const guint n = tori_totals_table_count (table, row, column);

  /* Translators: a number of a table, to be read out: its row, its column, and how many initiatives it
   * counts. */
  return g_strdup_printf (ngettext ("%1$s, %2$s: %3$u initiative", "%1$s, %2$s: %3$u initiatives", n),
                          row_title, column_title, n);
}

static GtkWidget *
create_cell (ToriTotalsView *self, const ToriTotalsTable *table, guint row, guint column)
{
  GtkWidget *number = create_number (table, row, column);
  g_autofree char *words = describe_number (table, row, column);
  g_autofree char *tooltip = NULL;
  GtkWidget *button;

  if (!leads_to_list (table, row, column))
    {
      gtk_widget_add_css_class (number, "number");
      return number;
    }
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), number);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "number");
  /* Translators: tooltip; %s is “Pillar 1, Achieved: 4 initiatives”. */
  tooltip = g_strdup_printf (_ ("%s – show in the list"), words);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "tori-row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (button), "tori-column", GUINT_TO_POINTER (column));
  g_signal_connect_object (button, "clicked", G_CALLBACK (number_clicked_cb), self, 0);
  return button;
}

/* How many of a row are at each level, as a bar wants them. */
static GtkWidget *
create_bar (const ToriTotalsTable *table, const ToriTotalsRow *row, guint whole)
{
  const guint n = table->levels->len + 1;
  g_autofree guint *counts = g_new0 (guint, n);

  for (guint i = 0; i + 1 < n; i++)
    counts[i] =
        tori_totals_count_level (table->totals, row, &g_array_index (table->levels, ToriTotalsLevel, i));
  counts[n - 1] = row->not_assessed;
  return tori_level_bar_new (counts, n, whole);
}

/* The head of a level's column shows how dark its part of the bars is. */
static GtkWidget *
create_head (const ToriTotalsTable *table, guint column)
{
  const ToriTotalsColumn *c = tori_totals_table_get_column (table, column);
  const guint n = table->levels->len + 1;
  g_autofree guint *counts = g_new0 (guint, n);
  g_autofree char *title = tori_totals_table_dup_column_title (table, column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = create_label (title, 1, TITLE_CHARS);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  if (c->kind == TORI_TOTALS_COLUMN_LEVEL || c->kind == TORI_TOTALS_COLUMN_NOT_ASSESSED)
    {
      GtkWidget *key;

      counts[c->kind == TORI_TOTALS_COLUMN_LEVEL ? column : n - 1] = 1;
      key = tori_level_bar_new (counts, n, 1);
      gtk_widget_set_halign (key, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), key);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "number");
  return box;
}

static void
fill_row (ToriTotalsView *self, const ToriTotalsTable *table, guint row, guint longest)
{
  const ToriTotalsRow *counted = tori_totals_table_get_row (table, row);
  const gboolean is_total = row == table->totals->n_rows;
  g_autofree char *title = tori_totals_table_dup_row_title (table, row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = create_label (title, 0, NAME_CHARS);
  const int y = 2 * (int) row + 2; /* below a line */

  gtk_grid_attach (GTK_GRID (self->table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, y - 1,
                   (int) table->columns->len + 1, 1);
  if (is_total)
    gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  if (table->totals->scale != NULL)
    gtk_box_append (GTK_BOX (box), create_bar (table, counted, is_total ? counted->count : longest));
  gtk_grid_attach (GTK_GRID (self->table), box, 0, y, 1, 1);
  for (guint k = 0; k < table->columns->len; k++)
    gtk_grid_attach (GTK_GRID (self->table), create_cell (self, table, row, k), (int) k + 1, y, 1, 1);
}

static void
fill (ToriTotalsView *self)
{
  g_autoptr (ToriTotalsTable) table = tori_totals_table_new (self->listing, get_scale (self), self->by);
  g_autofree char *notes = tori_totals_table_dup_notes (table);
  guint longest = 0;

  if (self->table != NULL)
    gtk_box_remove (self->page, self->table);
  self->table = gtk_grid_new ();
  gtk_widget_add_css_class (self->table, "table");
  for (guint k = 0; k < table->columns->len; k++)
    gtk_grid_attach (GTK_GRID (self->table), create_head (table, k), (int) k + 1, 0, 1, 1);
  for (guint i = 0; i < table->totals->n_rows; i++)
    longest = MAX (longest, table->totals->rows[i].count);
  for (guint i = 0; i < tori_totals_table_get_n_rows (table); i++)
    fill_row (self, table, i, longest);
  gtk_box_insert_child_after (self->page, self->table, gtk_widget_get_first_child (GTK_WIDGET (self->page)));
  gtk_label_set_text (self->notes, notes);
}

/* --- Keeping up --- */

static gboolean
update_cb (gpointer data)
{
  ToriTotalsView *self = data;

  self->update_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* A view that is not seen is filled when it is. */
static void
queue_update (ToriTotalsView *self)
{
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
update_scales (ToriTotalsView *self)
{
  ToriList *scales = tori_plan_get_scales (tori_listing_get_plan (self->listing));
  const guint n = tori_list_get_length (scales);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, tori_scale_get_name (tori_list_get (scales, i)));
  self->scale = n == 0 ? 0 : MIN (self->scale, n - 1);
  gtk_drop_down_set_model (self->scale_chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->scale_chooser, self->scale);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_chooser), n > 1);
}

static void
changed_cb (ToriTotalsView *self, ToriRecord *source, const ToriField *field)
{
  if (TORI_IS_SCALE (source) || (TORI_IS_PLAN (source) && field->kind == TORI_FIELD_LIST))
    update_scales (self);
  if (!TORI_IS_BLOCK (source))
    queue_update (self);
}

static void
by_cb (ToriTotalsView *self)
{
  self->by = (ToriTotalsBy) gtk_drop_down_get_selected (self->by_chooser);
  queue_update (self);
}

static void
scale_cb (ToriTotalsView *self)
{
  const guint selected = gtk_drop_down_get_selected (self->scale_chooser);

  if (selected == GTK_INVALID_LIST_POSITION || selected == self->scale)
    return;
  self->scale = selected;
  queue_update (self);
}

/* --- As a view --- */

static ToriCells *
tori_totals_view_copy (ToriView *view)
{
  ToriTotalsView *self = TORI_TOTALS_VIEW (view);
  g_autoptr (ToriTotalsTable) table = tori_totals_table_new (self->listing, get_scale (self), self->by);

  return tori_totals_table_to_cells (table);
}

static void
view_iface_init (ToriViewInterface *iface)
{
  iface->copy = tori_totals_view_copy;
}

static gboolean
tori_totals_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TORI_TOTALS_VIEW (widget)->by_chooser));
}

static void
tori_totals_view_map (GtkWidget *widget)
{
  fill (TORI_TOTALS_VIEW (widget));

  GTK_WIDGET_CLASS (tori_totals_view_parent_class)->map (widget);
}

/* What is not seen holds nothing. */
static void
tori_totals_view_unmap (GtkWidget *widget)
{
  ToriTotalsView *self = TORI_TOTALS_VIEW (widget);

  GTK_WIDGET_CLASS (tori_totals_view_parent_class)->unmap (widget);

  g_clear_handle_id (&self->update_id, g_source_remove);
}

static void
tori_totals_view_dispose (GObject *object)
{
  ToriTotalsView *self = TORI_TOTALS_VIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->listing != NULL)
    g_signal_handlers_disconnect_by_data (tori_listing_get_model (self->listing), self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->listing);

  G_OBJECT_CLASS (tori_totals_view_parent_class)->dispose (object);
}

static void
tori_totals_view_class_init (ToriTotalsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tori_totals_view_dispose;
  widget_class->map = tori_totals_view_map;
  widget_class->unmap = tori_totals_view_unmap;
  widget_class->grab_focus = tori_totals_view_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tori-totals");
}

static GtkDropDown *
create_chooser (GListModel *model, const char *name)
{
  GtkWidget *chooser = gtk_drop_down_new (model, NULL);

  gtk_widget_set_tooltip_text (chooser, name);
  tori_spoken_name_drop_down (GTK_DROP_DOWN (chooser), name);
  return GTK_DROP_DOWN (chooser);
}

static GtkWidget *
create_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
create_bar_of_choices (ToriTotalsView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *const names[] = { _ ("By Pillar"), _ ("By Department"), _ ("By Division"), NULL };
  GtkWidget *space = gtk_label_new (NULL);

  self->by_chooser = create_chooser (G_LIST_MODEL (gtk_string_list_new (names)),
                                     /* Translators: names the choice of pillars, departments or divisions. */
                                     _ ("What the rows count"));
  self->scale_chooser = create_chooser (NULL, _ ("Scale that is counted by"));
  g_signal_connect_swapped (self->by_chooser, "notify::selected", G_CALLBACK (by_cb), self);
  g_signal_connect_swapped (self->scale_chooser, "notify::selected", G_CALLBACK (scale_cb), self);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->by_chooser));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->scale_chooser));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), create_button (_ ("_Copy Table"), "win.copy",
                                                _ ("Copy the table for a spreadsheet (Ctrl+C)")));
  gtk_box_append (GTK_BOX (bar), create_button (_ ("_Print"), "win.print", _ ("Print the totals (Ctrl+P)")));
  return bar;
}

static void
tori_totals_view_init (ToriTotalsView *self)
{
  GtkWidget *notes = create_label (NULL, 0, NOTE_CHARS);

  self->page = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "page");
  gtk_box_append (self->page, create_bar_of_choices (self));
  self->notes = GTK_LABEL (notes);
  gtk_label_set_selectable (self->notes, TRUE);
  gtk_widget_add_css_class (notes, "dim-label");
  gtk_box_append (self->page, notes);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->page));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * tori_totals_view_new:
 * @listing: what is counted
 * @selection: of no use here
 *
 * Returns: the view
 */
GtkWidget *
tori_totals_view_new (ToriListing *listing, GtkSelectionModel *selection)
{
  ToriTotalsView *self = g_object_new (TORI_TYPE_TOTALS_VIEW, NULL);

  self->listing = g_object_ref (listing);
  update_scales (self);
  g_signal_connect_object (tori_listing_get_model (listing), "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (listing, "notify::year", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tori_listing_get_plan (listing), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * tori_totals_view_set_by:
 * @self: a totals view
 * @by: what a row stands for
 */
void
tori_totals_view_set_by (ToriTotalsView *self, ToriTotalsBy by)
{
  g_return_if_fail (TORI_IS_TOTALS_VIEW (self));

  gtk_drop_down_set_selected (self->by_chooser, by);
}
