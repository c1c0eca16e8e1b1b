/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "tori-test-windows.h"

/* Walks through every window: whatever can have the focus has a name that is none of a class, and a button
 * without words says by a tooltip what it does. */

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* Words that are seen inside of it. */
static gboolean
has_words (GtkWidget *widget)
{
  const char *text = get_text (widget);

  if (text != NULL && *text != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static char *
get_label (GtkWidget *widget)
{
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

static gboolean
is_named (GtkWidget *widget)
{
  g_autofree char *label = get_label (widget);

  if (label != NULL && *label != '\0' && !g_str_has_prefix (label, "Gtk") && !g_str_has_prefix (label, "Adw")
      && !g_str_has_prefix (label, "Tori"))
    return TRUE;
  if (GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget)))
    return FALSE; /* what is chosen does not say what it is */
  /* A button says that it is labelled by its icon, which is silent. */
  return (!GTK_IS_BUTTON (widget)
          && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
         || has_words (widget);
}

/* The part of a widget that takes the focus, such as the text of an entry, is named by the whole. */
static gboolean
is_named_by_whole (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (is_named (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget))
    {
      GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_ROW);

      while (parent != NULL && !GTK_IS_EDITABLE (parent))
        parent = gtk_widget_get_parent (parent);
      return (parent != NULL && is_named (parent))
             || (row != NULL && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) != '\0');
    }
  return GTK_IS_MENU_BUTTON (parent) && is_named (parent);
}

static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, "%s%s(%s)", path->len > 0 ? " < " : "", G_OBJECT_TYPE_NAME (at),
                            gtk_widget_get_name (at));
  return g_string_free (path, FALSE);
}

/* Buttons that GTK and libadwaita make themselves have names, but not all have tooltips. */
static gboolean
is_ours (GtkWidget *button)
{
  return gtk_widget_get_ancestor (button, GTK_TYPE_WINDOW_CONTROLS) == NULL
         && gtk_widget_get_ancestor (button, GTK_TYPE_SPIN_BUTTON) == NULL
         && gtk_widget_get_ancestor (button, GTK_TYPE_TEXT) == NULL && GTK_IS_BUTTON (button)
         && gtk_button_get_icon_name (GTK_BUTTON (button)) != NULL
         && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (button)) && !ADW_IS_ENTRY_ROW (button)
         && gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW) == NULL;
}

static guint
walk (GtkWidget *widget, GString *faults)
{
  guint n = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (gtk_widget_get_focusable (widget) && gtk_widget_get_sensitive (widget))
    {
      g_autofree char *path = describe (widget);

      n++;
      if (!GTK_IS_WINDOW (widget) && !GTK_IS_SPIN_BUTTON (gtk_widget_get_parent (widget))
          && !GTK_IS_SCROLLED_WINDOW (widget) && !is_named_by_whole (widget))
        g_string_append_printf (faults, "no name: %s\n", path);
      if (is_ours (widget) && gtk_widget_get_tooltip_text (widget) == NULL)
        g_string_append_printf (faults, "no tooltip: %s\n", path);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += walk (child, faults);
  return n;
}

/* A letter that two of them have moves the focus only, and does nothing. */
static void
collect_mnemonics (GtkWidget *widget, GHashTable *letters, GString *faults)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_is_sensitive (widget)
      && gtk_label_get_use_underline (GTK_LABEL (widget))
      && strchr (gtk_label_get_label (GTK_LABEL (widget)), '_') != NULL)
    {
      const guint letter = gdk_keyval_to_lower (gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)));
      const char *other = g_hash_table_lookup (letters, GUINT_TO_POINTER (letter));
      const char *words = gtk_label_get_label (GTK_LABEL (widget));

      if (other != NULL)
        g_string_append_printf (faults, "one letter for two: %s, %s\n", other, words);
      g_hash_table_insert (letters, GUINT_TO_POINTER (letter), (gpointer) words);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_mnemonics (child, letters, faults);
}

static void
check (gpointer window, guint at_least)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);
  guint n;

  n = walk (window, faults);
  collect_mnemonics (window, letters, faults);
  g_assert_cmpstr (faults->str, ==, "");
  g_assert_cmpuint (n, >=, at_least);
}

/* The walker sees what it is there for. */
static void
test_faults (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  gtk_box_append (GTK_BOX (box), gtk_label_new ("words that name nothing"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("edit-find-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_mnemonic ("_One"));
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_mnemonic ("N_o"));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_wait (gtk_widget_get_mapped (box));
  walk (box, faults);
  collect_mnemonics (box, letters, faults);
  g_assert_nonnull (strstr (faults->str, "one letter for two: _One, N_o"));
  g_assert_nonnull (strstr (faults->str, "no name: GtkButton"));
  g_assert_nonnull (strstr (faults->str, "no tooltip: GtkButton"));
  g_assert_nonnull (strstr (faults->str, "no name: GtkText"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/accessible/faults", test_faults);
  tori_test_add_windows ("/accessible", check);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  return tori_test_ui_run (argc, argv, add_tests);
}
