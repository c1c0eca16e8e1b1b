/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tori-test-windows.h"
#include "ui/tori-help-window.h"

/* Every window in a language of nobody (tests/pseudo.py), whose words stand in brackets and are longer by a
 * half: words without brackets were never translated, and words that are cut do not fit. */

/* Words of the plan are Japanese; what is left are figures, signs and short codes of an arrow. */
static gboolean
is_untranslated (const char *text)
{
  guint n_letters = 0, longest = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '[' || g_utf8_get_char (p) > 0x2fff)
        return FALSE;
      n_letters = g_ascii_isalpha (*p) ? n_letters + 1 : 0;
      longest = MAX (longest, n_letters);
    }
  return longest >= 3;
}

/* What GTK and libadwaita say themselves, the pages of the manual, which have files of their own, and what is
 * written the same everywhere. */
static gboolean
is_foreign (GtkWidget *widget, const char *text)
{
  static const char *const words[] = { "GTK", "PDF", "Ctrl", "Noto" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  if (TORI_IS_HELP_WINDOW (gtk_widget_get_root (widget)))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_FONT_BUTTON) != NULL;
}

/* A title that is cut can be read in its tooltip, or where it is written; that of a window is told by the
 * window list too, a choice by the list that it opens, and a placeholder is only a hint. */
static gboolean
may_be_cut (GtkWidget *label)
{
  for (GtkWidget *at = label; at != NULL; at = gtk_widget_get_parent (at))
    if (gtk_widget_get_has_tooltip (at) || ADW_IS_WINDOW_TITLE (at) || ADW_IS_HEADER_BAR (at)
        || ADW_IS_COMBO_ROW (at) || GTK_IS_DROP_DOWN (at) || GTK_IS_TEXT (at))
      return TRUE;
  return FALSE;
}

static void
check_label (GtkLabel *label, GString *faults)
{
  const char *text = gtk_label_get_text (label);

  if (is_untranslated (text) && !is_foreign (GTK_WIDGET (label), text))
    g_string_append_printf (faults, "untranslated: %s\n", text);
  if (*text == '[' && pango_layout_is_ellipsized (gtk_label_get_layout (label))
      && !may_be_cut (GTK_WIDGET (label)))
    g_string_append_printf (faults, "cut: %s\n", text);
}

static void
check_tooltip (GtkWidget *widget, GString *faults)
{
  const char *text = gtk_widget_get_tooltip_text (widget);

  if (text != NULL && is_untranslated (text) && !is_foreign (widget, text))
    g_string_append_printf (faults, "untranslated tooltip: %s\n", text);
}

/* Beyond the edge of its window nobody can see it, unless it can be scrolled there. */
static void
check_place (GtkWidget *widget, GtkWidget *window, GString *faults)
{
  graphene_rect_t bounds;
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  if (scrolled != NULL || !gtk_widget_get_child_visible (widget)
      || !gtk_widget_compute_bounds (widget, window, &bounds))
    return;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > (float) gtk_widget_get_width (window) + 1)
    g_string_append_printf (faults, "beyond the edge: %s\n", G_OBJECT_TYPE_NAME (widget));
}

static void
walk (GtkWidget *widget, GtkWidget *window, GString *faults)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), faults);
  if (GTK_IS_LABEL (widget) || GTK_IS_BUTTON (widget))
    check_place (widget, window, faults);
  check_tooltip (widget, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, window, faults);
}

static void
check (gpointer window, guint at_least)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  walk (window, window, faults);
  g_assert_cmpstr (faults->str, ==, "");
}

/* The walker sees what it is there for. */
static void
test_faults (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *narrow = gtk_label_new ("[Words that do not fit ~~~~~~~~~~~~~~~~~~~~~~~~~~~~]");
  g_autoptr (GString) faults = g_string_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (narrow), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (narrow), 5);
  gtk_widget_set_halign (narrow, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Nobody translated this"));
  gtk_box_append (GTK_BOX (box), gtk_label_new ("[Somebody did]"));
  gtk_box_append (GTK_BOX (box), narrow);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  tori_test_draw (box);
  walk (box, window, faults);
  g_assert_nonnull (strstr (faults->str, "untranslated: Nobody"));
  g_assert_nonnull (strstr (faults->str, "cut: [Words"));
  g_assert_null (strstr (faults->str, "Somebody"));
  g_assert_cmpstr (_ ("Undo"), ==, "[Undo ~~]");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/pseudo/faults", test_faults);
  tori_test_add_windows ("/pseudo", check);
}

int
main (int argc, char **argv)
{
  return tori_test_ui_run (argc, argv, add_tests);
}
