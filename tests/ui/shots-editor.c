/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-pillar.h"
#include "shots.h"
#include "tori-test-editor.h"
#include "tori-test-window.h"
#include "ui/tori-attachment-section.h"
#include "ui/tori-block-column.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-former-bar.h"
#include "ui/tori-indicator-section.h"
#include "ui/tori-reference-chooser.h"
#include "ui/tori-text-field.h"

/* The editor: at both sizes of a screen, its parts one after another, an entry that nobody has written yet, a
 * list to choose from, dark, and with letters of twice the size. */

static void
scroll_to (ToriEditor *editor, GType section)
{
  GtkWidget *target = tori_test_nth (editor, section, 0);
  GtkWidget *page = gtk_widget_get_ancestor (target, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page));
  graphene_point_t place;

  g_assert_true (gtk_widget_compute_point (target, page, &GRAPHENE_POINT_INIT (0, 0), &place));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (double) place.y - 12);
}

static ToriInitiative *
find_initiative (ToriWindow *window, guint pillar, guint place)
{
  ToriPlan *plan = tori_document_get_plan (tori_window_get_document (window));

  return tori_list_get (tori_pillar_get_initiatives (tori_list_get (tori_plan_get_pillars (plan), pillar)),
                        place);
}

static ToriEditor *
edit (ToriWindow *window, ToriInitiative *initiative, int width, int height)
{
  ToriEditor *editor;

  tori_plan_view_show_initiative (tori_window_get_view (window), initiative);
  tori_test_activate (window, "edit-initiative");
  editor = tori_test_find_window (TORI_TYPE_EDITOR);
  gtk_window_set_default_size (GTK_WINDOW (editor), width, height);
  return editor;
}

static void
take_parts (ToriWindow *window, int width, int height)
{
  ToriEditor *editor = edit (window, find_initiative (window, 0, 0), width, height);
  g_autofree char *head = g_strdup_printf ("editor-%d", width);
  g_autofree char *texts = g_strdup_printf ("editor-%d-texts", width);
  g_autofree char *indicators = g_strdup_printf ("editor-%d-indicators", width);
  g_autofree char *about = g_strdup_printf ("editor-%d-about", width);

  shots_take (editor, head);
  scroll_to (editor, TORI_TYPE_BLOCK_COLUMN);
  shots_take (editor, texts);
  scroll_to (editor, TORI_TYPE_INDICATOR_SECTION);
  shots_take (editor, indicators);
  scroll_to (editor, TORI_TYPE_EDITOR_ABOUT);
  shots_take (editor, about);
  gtk_window_close (GTK_WINDOW (editor));
}

/* What the lines of a text mean, and what is said about it. */
static void
take_lines (ToriWindow *window, int width, const char *name)
{
  static const char text[] =
      "<窓口の開設>\n・市民が訪れる窓口を一階に集めるための改修工事（10月～2月）\n　・仮の窓口への引越し(9月)"
      "\n・説明会の開催(7月)"
      "\n　総务課と市民課が合わせて四回開き、二百三十二人の市民が参加した。\n・市報への掲載(通年)"
      "\n\n【来庁者数】12,340人\n※詳しくは別紙を参照";
  ToriEditor *editor = edit (window, find_initiative (window, 0, 0), width, 800);
  GtkPopover *menu;
  GtkWidget *field =
      tori_test_nth (tori_test_nth (editor, TORI_TYPE_BLOCK_COLUMN, 0), TORI_TYPE_TEXT_FIELD, 0);

  g_object_set (
      tori_test_find (tori_test_find (editor, TORI_TYPE_FORMER_BAR, NULL), GTK_TYPE_TOGGLE_BUTTON, NULL),
      "active", width == 1024, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), text, -1);
  shots_take (editor, name); /* laid out */
  scroll_to (editor, TORI_TYPE_BLOCK_COLUMN);
  shots_take (editor, name);
  gtk_widget_grab_focus (field);
  gtk_widget_activate_action (field, "menu.popup", NULL);
  tori_test_wait ((menu = tori_test_find (field, GTK_TYPE_POPOVER_MENU, NULL)) != NULL);
  shots_take (menu, "editor-text-menu");
  gtk_popover_popdown (menu);
  gtk_window_close (GTK_WINDOW (editor));
  tori_test_activate (window, "undo");
}

static void
take_year (ToriWindow *window)
{
  ToriInitiative *initiative = find_initiative (window, 1, 0);
  ToriEditor *editor = edit (window, initiative, 1280, 900);
  GtkMenuButton *button;

  tori_editor_show (editor, initiative, tori_editor_get_year (editor) + 2);
  shots_take (editor, "editor-empty");
  button = tori_test_nth (tori_test_nth (editor, TORI_TYPE_REFERENCE_CHOOSER, 0), GTK_TYPE_MENU_BUTTON, 0);
  tori_test_open_popover (button);
  shots_take (gtk_menu_button_get_popover (button), "editor-chooser");
  gtk_menu_button_popdown (button);
  gtk_window_close (GTK_WINDOW (editor));
}

/* What is refused, with the reason beside it. */
static void
take_refused (ToriWindow *window)
{
  ToriEditor *editor = edit (window, find_initiative (window, 0, 2), 1024, 768);
  GtkWidget *about = tori_test_nth (editor, TORI_TYPE_EDITOR_ABOUT, 0);
  GtkMenuButton *button =
      tori_test_nth (tori_test_nth (editor, TORI_TYPE_ATTACHMENT_SECTION, 0), GTK_TYPE_MENU_BUTTON, 1);
  GtkWidget *form;

  tori_test_fill (tori_test_nth (about, TORI_TYPE_EDITOR_ENTRY, 0), "2");
  tori_test_choose (tori_test_nth (about, TORI_TYPE_EDITOR_CHOICE, 1), 3);
  tori_test_choose (tori_test_nth (about, TORI_TYPE_EDITOR_CHOICE, 2), 1);
  tori_test_draw (about);
  scroll_to (editor, TORI_TYPE_EDITOR_ABOUT);
  shots_take (editor, "editor-refused");
  tori_test_open_popover (button);
  form = GTK_WIDGET (gtk_menu_button_get_popover (button));
  gtk_editable_set_text (tori_test_nth (form, GTK_TYPE_ENTRY, 1), "/etc/x.pdf");
  g_signal_emit_by_name (tori_test_nth (form, GTK_TYPE_ENTRY, 1), "activate");
  shots_take (form, "editor-refused-attachment");
  gtk_menu_button_popdown (button);
  gtk_window_close (GTK_WINDOW (editor));
}

static void
take_styles (ToriWindow *window)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AdwStyleManager *style = adw_style_manager_get_default ();
  ToriEditor *editor = edit (window, find_initiative (window, 0, 2), 1280, 900);
  int dpi;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  shots_take (editor, "editor-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * dpi, NULL);
  gtk_window_set_default_size (GTK_WINDOW (editor), 1024, 768);
  shots_take (editor, "editor-large");
  scroll_to (editor, TORI_TYPE_BLOCK_COLUMN);
  shots_take (editor, "editor-large-texts");
  gtk_window_close (GTK_WINDOW (editor));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

void
shots_take_editor (const char *path)
{
  ToriWindow *window = shots_open (path, 1024, 768);

  take_parts (window, 1280, 900);
  take_parts (window, 1024, 768);
  take_lines (window, 1280, "editor-lines-1280");
  take_lines (window, 1024, "editor-lines-1024");
  take_year (window);
  take_refused (window);
  take_styles (window);
  tori_test_close (window);
}
