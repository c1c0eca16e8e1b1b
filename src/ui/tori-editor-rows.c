/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor-rows.h"

/*
 * The rows of one list of the plan, kept in step with it. Within a list a row stays with its record wherever
 * that goes, and so does the focus; when another list is shown (the next initiative's, another year's), the
 * rows stay where they are and take the records of that one, so that the focus stays in its place.
 *
 * If they are never empty, a row without a record waits for the first key while the list is empty; it becomes
 * the row of the record that is made then, and a last row goes back to waiting when its record is removed.
 */
struct _ToriEditorRows
{
  AdwBin parent_instance;

  GtkBox *box;
  ToriEditorRowMaker make;
  gpointer owner; /* unowned, outlives the rows */
  gboolean never_empty;
  ToriList *list; /* NULL when there is none */
  gulong items_changed_id;
};

G_DEFINE_FINAL_TYPE (ToriEditorRows, tori_editor_rows, ADW_TYPE_BIN)

static ToriEditorRow *
find_row (ToriEditorRows *self, gpointer record)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (row != NULL && tori_editor_row_get_record (TORI_EDITOR_ROW (row)) != record)
    row = gtk_widget_get_next_sibling (row);
  return row == NULL ? NULL : TORI_EDITOR_ROW (row);
}

static ToriEditorRow *
add_row (ToriEditorRows *self)
{
  ToriEditorRow *row = self->make (self->owner);

  gtk_box_append (self->box, GTK_WIDGET (row));
  return row;
}

/* The row that shows @record at @position: its own, or one that waits, or a new one. */
static void
place_record (ToriEditorRows *self, guint position, ToriRecord *record)
{
  ToriEditorRow *row = find_row (self, record);
  ToriEditorRow *before = position == 0 ? NULL : tori_editor_rows_get_row (self, position - 1);

  if (row == NULL)
    row = find_row (self, NULL);
  if (row == NULL)
    row = add_row (self);
  if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != (GtkWidget *) before)
    gtk_box_reorder_child_after (self->box, GTK_WIDGET (row), (GtkWidget *) before);
  if (tori_editor_row_get_record (row) != record)
    tori_editor_row_set_record (row, record);
}

/* The widget that gets the focus when the row that has it goes. */
static void
rescue_focus (ToriEditorRows *self, GtkWidget *row)
{
  GtkWidget *neighbour = gtk_widget_get_next_sibling (row);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != row)
    return;
  if (neighbour == NULL)
    neighbour = gtk_widget_get_prev_sibling (row);
  if (neighbour == NULL || !gtk_widget_child_focus (neighbour, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
drop_rows (ToriEditorRows *self, guint n_kept)
{
  GtkWidget *last;

  while ((last = gtk_widget_get_last_child (GTK_WIDGET (self->box))) != NULL
         && tori_editor_rows_get_row (self, n_kept) != NULL)
    {
      rescue_focus (self, last);
      tori_editor_row_set_record (TORI_EDITOR_ROW (last), NULL); /* what goes writes nothing any more */
      gtk_box_remove (self->box, last);
    }
}

static void
show_list (ToriEditorRows *self)
{
  const guint n = self->list == NULL ? 0 : tori_list_get_length (self->list);
  guint n_rows = n;

  for (guint i = 0; i < n; i++)
    place_record (self, i, tori_list_get (self->list, i));
  if (n == 0 && self->never_empty)
    {
      ToriEditorRow *row = tori_editor_rows_get_row (self, 0);

      tori_editor_row_set_record (row == NULL ? add_row (self) : row, NULL);
      n_rows = 1;
    }
  drop_rows (self, n_rows);
  gtk_widget_set_visible (GTK_WIDGET (self), n_rows > 0);
  tori_editor_rows_follow (self);
}

static void
tori_editor_rows_dispose (GObject *object)
{
  ToriEditorRows *self = TORI_EDITOR_ROWS (object);

  g_clear_signal_handler (&self->items_changed_id, self->list);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (tori_editor_rows_parent_class)->dispose (object);
}

static void
tori_editor_rows_class_init (ToriEditorRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tori_editor_rows_dispose;
}

static void
tori_editor_rows_init (ToriEditorRows *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 15));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * tori_editor_rows_new:
 * @make: makes a row
 * @owner: given to @make; outlives the rows
 * @never_empty: whether an empty list is shown as a row that waits for the first key
 *
 * Returns: rows of no list
 */
GtkWidget *
tori_editor_rows_new (ToriEditorRowMaker make, gpointer owner, gboolean never_empty)
{
  ToriEditorRows *self = g_object_new (TORI_TYPE_EDITOR_ROWS, NULL);

  self->make = make;
  self->owner = owner;
  self->never_empty = never_empty;
  return GTK_WIDGET (self);
}

/**
 * tori_editor_rows_set_list:
 * @self: rows
 * @list: (nullable): a list of the plan; NULL while there is none
 */
void
tori_editor_rows_set_list (ToriEditorRows *self, ToriList *list)
{
  const guint n = list == NULL ? 0 : tori_list_get_length (list);
  GtkWidget *row;

  g_return_if_fail (TORI_IS_EDITOR_ROWS (self));

  if (self->list == list)
    {
      show_list (self);
      return;
    }
  g_clear_signal_handler (&self->items_changed_id, self->list);
  g_set_object (&self->list, list);
  if (list != NULL)
    self->items_changed_id = g_signal_connect_swapped (list, "items-changed", G_CALLBACK (show_list), self);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  for (guint i = 0; i < n && row != NULL; i++, row = gtk_widget_get_next_sibling (row))
    tori_editor_row_set_record (TORI_EDITOR_ROW (row), tori_list_get (list, i));
  show_list (self);
}

/**
 * tori_editor_rows_get_row:
 * @self: rows
 * @position: a place
 *
 * Returns: (transfer none) (nullable): the row there
 */
ToriEditorRow *
tori_editor_rows_get_row (ToriEditorRows *self, guint position)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->box));

  while (row != NULL && position-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row == NULL ? NULL : TORI_EDITOR_ROW (row);
}

/**
 * tori_editor_rows_follow:
 * @self: rows
 *
 * Shows each record as it is now.
 */
void
tori_editor_rows_follow (ToriEditorRows *self)
{
  GtkWidget *row;

  g_return_if_fail (TORI_IS_EDITOR_ROWS (self));

  for (row = gtk_widget_get_first_child (GTK_WIDGET (self->box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    tori_editor_row_follow (TORI_EDITOR_ROW (row));
}
