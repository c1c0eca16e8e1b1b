/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-paste-dialog.h"

#include <glib/gi18n.h>

#include "ui/tori-dialog-header.h"
#include "ui/tori-help-window.h"
#include "ui/tori-spoken-name.h"

/* Shows what of the cells in the clipboard would land where, before anything is changed. */
struct _ToriPasteDialog
{
  AdwWindow parent_instance;

  ToriPaste *paste;
  GtkGrid *columns;
  GPtrArray *choosers; /* GtkDropDown, one a column; unowned */
  GtkCheckButton *heads;
  GtkListBox *rows;
  GtkLabel *summary;
  GtkWidget *apply;
  gboolean showing; /* the choosers are being set */
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The others are taken as well; nobody reads more. */
#define MOST_ROWS 200

G_DEFINE_FINAL_TYPE (ToriPasteDialog, tori_paste_dialog, ADW_TYPE_WINDOW)

/* --- Rows --- */

static GtkWidget *
create_row (ToriPasteFate fate, const char *words, const char *problems)
{
  static const char *const icons[] = { [TORI_PASTE_NOTHING] = "content-loading-symbolic",
                                       [TORI_PASTE_NEW] = "list-add-symbolic",
                                       [TORI_PASTE_CHANGE] = "document-edit-symbolic" };
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problems);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row),
                                *problems == '\0' ? icons[fate] : "dialog-warning-symbolic");
  if (fate == TORI_PASTE_NOTHING)
    gtk_widget_add_css_class (row, "dim-label");
  return row;
}

static void
clear_rows (ToriPasteDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static void
update (ToriPasteDialog *self)
{
  const guint n = tori_paste_get_n_rows (self->paste);
  guint counts[TORI_PASTE_CHANGE + 1] = { 0 };
  g_autofree char *made = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *text = NULL;

  clear_rows (self);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *problems = NULL;
      const ToriPasteFate fate = tori_paste_describe (self->paste, i, &words, &problems);

      counts[fate]++;
      if (i < MOST_ROWS)
        gtk_list_box_append (self->rows, create_row (fate, words, problems));
    }
  made = g_strdup_printf (ngettext ("%u new initiative", "%u new initiatives", counts[TORI_PASTE_NEW]),
                          counts[TORI_PASTE_NEW]);
  changed = g_strdup_printf (ngettext ("%u changed", "%u changed", counts[TORI_PASTE_CHANGE]),
                             counts[TORI_PASTE_CHANGE]);
  /* Translators: two counts: “2 new initiatives, 3 changed”. */
  text = g_strdup_printf (C_ ("paste", "%1$s, %2$s"), made, changed);
  gtk_label_set_text (self->summary, text);
  gtk_widget_set_sensitive (self->apply, counts[TORI_PASTE_NEW] + counts[TORI_PASTE_CHANGE] > 0);
}

/* --- Columns --- */

static void
show_columns (ToriPasteDialog *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->choosers->len; i++)
    gtk_drop_down_set_selected (self->choosers->pdata[i], tori_paste_get_column (self->paste, i));
  self->showing = FALSE;
}

static void
chosen_cb (ToriPasteDialog *self, GParamSpec *pspec, GtkDropDown *chooser)
{
  guint column;

  if (self->showing || !g_ptr_array_find (self->choosers, chooser, &column))
    return;
  tori_paste_set_column (self->paste, column, (ToriCellColumn) gtk_drop_down_get_selected (chooser));
  show_columns (self);
  update (self);
}

static void
heads_cb (ToriPasteDialog *self)
{
  tori_paste_set_has_heads (self->paste, gtk_check_button_get_active (self->heads));
  update (self);
}

static GtkStringList *
create_targets (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  /* Translators: a column of a spreadsheet that goes nowhere. */
  gtk_string_list_append (list, C_ ("column", "(leave out)"));
  for (guint i = TORI_CELL_COLUMN_NUMBER; i < TORI_N_CELL_COLUMNS; i++)
    gtk_string_list_append (list, tori_cell_column_title ((ToriCellColumn) i));
  return list;
}

static void
add_column (ToriPasteDialog *self, guint column)
{
  GtkWidget *label = gtk_label_new (tori_paste_get_head (self->paste, column));
  GtkWidget *chooser = gtk_drop_down_new (G_LIST_MODEL (create_targets ()), NULL);
  /* Translators: %u is the place of a column in a spreadsheet. */
  g_autofree char *name = g_strdup_printf (_ ("Where column %u goes"), column + 1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (chooser, name);
  tori_spoken_name_drop_down (GTK_DROP_DOWN (chooser), name);
  g_signal_connect_object (chooser, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->choosers, chooser);
  gtk_grid_attach (self->columns, label, (int) column, 0, 1, 1);
  gtk_grid_attach (self->columns, chooser, (int) column, 1, 1, 1);
}

/* --- The window --- */

static void
apply_cb (ToriPasteDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tori_paste_dialog_finalize (GObject *object)
{
  g_clear_object (&TORI_PASTE_DIALOG (object)->paste);
  g_ptr_array_unref (TORI_PASTE_DIALOG (object)->choosers);

  G_OBJECT_CLASS (tori_paste_dialog_parent_class)->finalize (object);
}

static void
tori_paste_dialog_class_init (ToriPasteDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tori_paste_dialog_finalize;

  /**
   * ToriPasteDialog::accepted:
   * @self: a dialog
   *
   * The cells shall go into the plan as they are shown.
   */
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", TORI_TYPE_PASTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
  tori_help_bind (GTK_WIDGET_CLASS (klass), "find");
}

static void
tori_paste_dialog_init (ToriPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *columns = gtk_scrolled_window_new ();

  self->choosers = g_ptr_array_new ();
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Paste from a Spreadsheet"));
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 600);
  self->columns = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->columns, 6);
  gtk_grid_set_row_spacing (self->columns, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (columns), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (columns), GTK_WIDGET (self->columns));
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "heading");
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->rows), GTK_ALIGN_START);
  gtk_widget_add_css_class (page, "tori-form");
  gtk_box_append (GTK_BOX (page), columns);
  self->heads =
      GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("The first row _names the columns")));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->heads));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->rows));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), tori_dialog_header_new ("paste", _ ("_Paste"), &self->apply));
  g_signal_connect_swapped (self->apply, "clicked", G_CALLBACK (apply_cb), self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * tori_paste_dialog_new:
 * @paste: what is pasted
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
tori_paste_dialog_new (ToriPaste *paste)
{
  ToriPasteDialog *self = g_object_new (TORI_TYPE_PASTE_DIALOG, NULL);

  self->paste = g_object_ref (paste);
  for (guint i = 0; i < tori_paste_get_n_columns (paste); i++)
    add_column (self, i);
  show_columns (self);
  gtk_check_button_set_active (self->heads, tori_paste_get_has_heads (paste));
  g_signal_connect_object (self->heads, "toggled", G_CALLBACK (heads_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WINDOW (self);
}

ToriPaste *
tori_paste_dialog_get_paste (ToriPasteDialog *self)
{
  g_return_val_if_fail (TORI_IS_PASTE_DIALOG (self), NULL);

  return self->paste;
}
