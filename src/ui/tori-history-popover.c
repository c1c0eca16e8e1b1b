/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-history-popover.h"

#include <glib/gi18n.h>

#include "model/tori-initiative.h"
#include "ui/tori-step-words.h"

/* The steps that were done and those that were undone, the last first, so that several are undone or done
 * again at once. A row says what choosing it does to the step nearest to it. */

/* Who wants to go further back does it in two goes. */
#define MOST_ROWS 100
#define HEIGHT 360
#define WIDTH_CHARS 34

static void
activated_cb (GtkPopover *popover, GtkListBoxRow *row)
{
  const guint n_done = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "n-done"));

  gtk_widget_activate_action (GTK_WIDGET (popover), "win.go-to-step", "u", n_done);
  gtk_popover_popdown (popover);
}

static GtkWidget *
create_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Where the step was, as far as that is one initiative. */
static char *
describe_place (ToriHistory *history, guint i)
{
  ToriRecord *place = tori_history_get_place (history, i);
  ToriInitiative *initiative = tori_record_get_ancestor (place, TORI_TYPE_INITIATIVE);

  if (initiative == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s %s", tori_initiative_get_number (initiative),
                          tori_initiative_get_title (initiative));
}

static void
append_step (GtkListBox *list, ToriHistory *history, guint i)
{
  const gboolean done = i < tori_history_get_n_done (history);
  const ToriStep step = tori_history_get_step (history, i);
  const char *words = done ? tori_step_words_undo (step) : tori_step_words_redo (step);
  g_autofree char *place = describe_place (history, i);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label (words, done ? NULL : "dim-label"));
  if (*place != '\0')
    gtk_box_append (GTK_BOX (box), create_label (place, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, place, -1);
  /* Up to and with this step. */
  g_object_set_data (G_OBJECT (row), "n-done", GUINT_TO_POINTER (done ? i : i + 1));
  gtk_list_box_append (list, row);
}

/* Between what was undone and what was done. */
static void
append_present (GtkListBox *list, ToriHistory *history)
{
  GtkWidget *row = gtk_list_box_row_new ();

  /* Translators: in the list of steps: below it stand steps that can be undone, above it those that can be
   * done again. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_label (_ ("Present State"), "heading"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, row);
}

static void
fill (GtkListBox *list, ToriHistory *history)
{
  const guint n = tori_history_get_n_steps (history), n_done = tori_history_get_n_done (history);
  const guint end = MIN (n, n_done + MOST_ROWS / 2);
  const guint first = end > MOST_ROWS ? end - MOST_ROWS : 0;

  for (guint i = end; i > first; i--)
    {
      if (i == n_done)
        append_present (list, history);
      append_step (list, history, i - 1);
    }
  if (n_done == first)
    append_present (list, history);
}

/**
 * tori_history_popover_new:
 * @history: a history
 *
 * Returns: (transfer floating): a popover that lists its steps as they are at the moment
 */
GtkWidget *
tori_history_popover_new (ToriHistory *history)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps"), -1);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  fill (GTK_LIST_BOX (list), history);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (activated_cb), popover, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  return popover;
}
