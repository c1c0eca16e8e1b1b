/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-editor.h"

#include <glib/gi18n.h>

#include "model/tori-former.h"
#include "model/tori-year-words.h"
#include "ui/tori-attachment-section.h"
#include "ui/tori-block-column.h"
#include "ui/tori-composing.h"
#include "ui/tori-editor-about.h"
#include "ui/tori-editor-choice.h"
#include "ui/tori-editor-entry.h"
#include "ui/tori-editor-head.h"
#include "ui/tori-editor-layout.h"
#include "ui/tori-editor-place.h"
#include "ui/tori-editor-schedule.h"
#include "ui/tori-editor-subject.h"
#include "ui/tori-former-bar.h"
#include "ui/tori-help-window.h"
#include "ui/tori-indicator-section.h"
#include "ui/tori-settings.h"
#include "ui/tori-step-words.h"
#include "ui/tori-topic-section.h"

/*
 * The window in which one initiative is written: its entry of a year, and what belongs to it in all years. It
 * keeps nothing of its own. Every change goes into the plan by the history at once, and what is shown follows
 * the plan; so closing it loses nothing and asks nothing.
 *
 * The page is a list of sections that share one subject; this class knows the window around them: the order
 * of the initiatives, the year, the keys.
 */
struct _ToriEditor
{
  AdwWindow parent_instance;

  ToriEditorSubject *subject;
  ToriComposing *composing;
  GListModel *list;    /* of ToriInitiative, as the main window shows them; NULL when there is no order */
  guint place;         /* of the one that is shown, when that was looked for last */
  GSettings *settings; /* NULL where they are not installed */

  AdwWindowTitle *title;
  ToriEditorChoice *year;
  GtkWidget *undo, *redo;
  GtkInfoBar *other_year;
  GtkLabel *other_year_text;
  GtkWidget *reading_bar; /* says that nothing can be changed */
  GtkWidget *scrolled;
  GtkBox *page;
  GtkWidget *head;
};

typedef enum
{
  PROP_LIST = 1,
  PROP_COMPOSING
} ToriEditorProp;

static GParamSpec *props[PROP_COMPOSING + 1];

G_DEFINE_FINAL_TYPE (ToriEditor, tori_editor, ADW_TYPE_WINDOW)

/* Puts what is being typed into the plan, before something else happens to it. */
static void
write_pending (ToriEditor *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, TORI_TYPE_EDITOR_ENTRY);

  if (entry != NULL)
    tori_editor_entry_write (TORI_EDITOR_ENTRY (entry));
}

/* --- Going through the list --------------------------------------------------------------------------- */

static ToriInitiative *
get_in_list (ToriEditor *self, guint position)
{
  g_autoptr (ToriInitiative) found = self->list == NULL ? NULL : g_list_model_get_item (self->list, position);

  return found; /* the list holds it */
}

/* Where the one that is shown stands: mostly where it stood, and only else looked for in a list of many. */
static gboolean
find_place (ToriEditor *self)
{
  ToriInitiative *shown = tori_editor_subject_get_initiative (self->subject);
  const guint n = self->list == NULL || shown == NULL ? 0 : g_list_model_get_n_items (self->list);

  if (n > 0 && get_in_list (self, self->place) == shown)
    return TRUE;
  for (self->place = 0; self->place < n; self->place++)
    if (get_in_list (self, self->place) == shown)
      return TRUE;
  return FALSE;
}

static ToriInitiative *
find_neighbour (ToriEditor *self, int step)
{
  return find_place (self) ? get_in_list (self, self->place + (guint) step) : NULL;
}

static void
go (ToriEditor *self, int step)
{
  ToriInitiative *neighbour = find_neighbour (self, step);

  if (neighbour == NULL)
    return;
  write_pending (self);
  tori_editor_subject_show (self->subject, neighbour, tori_editor_subject_get_year (self->subject));
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (TORI_EDITOR (widget), -1);
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (TORI_EDITOR (widget), 1);
}

static gboolean
is_reading (ToriEditor *self)
{
  return !gtk_widget_get_can_target (GTK_WIDGET (self->page));
}

/* --- Undo, redo, close --------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  write_pending (TORI_EDITOR (widget));
  tori_history_undo (tori_editor_subject_get_history (TORI_EDITOR (widget)->subject));
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tori_history_redo (tori_editor_subject_get_history (TORI_EDITOR (widget)->subject));
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
tori_editor_close_request (GtkWindow *window)
{
  write_pending (TORI_EDITOR (window));
  return GTK_WINDOW_CLASS (tori_editor_parent_class)->close_request (window);
}

/* A level by its place in the list. */
static gboolean
level_cb (GtkWidget *widget, GVariant *position, gpointer data)
{
  ToriEditor *self = TORI_EDITOR (widget);

  return !tori_composing_get_active (self->composing) && !is_reading (self)
         && tori_editor_head_choose_level (TORI_EDITOR_HEAD (self->head), g_variant_get_int32 (position));
}

static gboolean
section_cb (GtkWidget *widget, GVariant *forward, gpointer data)
{
  tori_editor_place_go_on (GTK_WIDGET (TORI_EDITOR (widget)->page), g_variant_get_boolean (forward));
  return TRUE;
}

/* --- The year before ------------------------------------------------------------------------------------ */

static void
former_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriEditorSubject *subject = TORI_EDITOR (widget)->subject;

  g_object_set (subject, "shows-former", !tori_editor_subject_get_shows_former (subject), NULL);
}

static void
copy_former_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ToriEditorSubject *subject = TORI_EDITOR (widget)->subject;

  write_pending (TORI_EDITOR (widget));
  tori_former_copy (tori_editor_subject_get_history (subject), tori_editor_subject_get_initiative (subject),
                    tori_editor_subject_get_year (subject));
}

/* What can be done now. While an input method composes, its keys find every action switched off. */
static void
update_actions (ToriEditor *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  ToriHistory *history = tori_editor_subject_get_history (self->subject);
  const gboolean ready = !tori_composing_get_active (self->composing);
  const gboolean writes = ready && !is_reading (self);

  gtk_widget_action_set_enabled (widget, "editor.undo", writes && tori_history_get_can_undo (history));
  gtk_widget_action_set_enabled (widget, "editor.redo", writes && tori_history_get_can_redo (history));
  gtk_widget_action_set_enabled (widget, "editor.copy-former", writes);
  gtk_widget_action_set_enabled (widget, "editor.close", ready);
  gtk_widget_action_set_enabled (widget, "editor.former", ready);
  gtk_widget_action_set_enabled (widget, "editor.previous", ready && find_neighbour (self, -1) != NULL);
  gtk_widget_action_set_enabled (widget, "editor.next", ready && find_neighbour (self, 1) != NULL);
  gtk_widget_set_tooltip_text (self->undo, tori_step_words_undo (tori_history_get_undo_step (history)));
  gtk_widget_set_tooltip_text (self->redo, tori_step_words_redo (tori_history_get_redo_step (history)));
}

static void
composing_cb (ToriEditor *self)
{
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPOSING]);
}

/* --- Following the subject ----------------------------------------------------------------------------- */

static void
show_year (ToriEditor *self)
{
  ToriPlan *plan = tori_editor_subject_get_plan (self->subject);
  const int year = tori_editor_subject_get_year (self->subject);
  g_autofree char *shown = tori_year_words (plan, year);
  g_autofree char *reported = tori_year_words (plan, tori_plan_get_year (plan));
  /* Translators: above the page when the year shown is not the one that the plan reports now; both are fiscal
   * years. */
  g_autofree char *text =
      g_strdup_printf (_ ("This is the entry of %s. The year being reported is %s."), shown, reported);

  tori_editor_choice_set_year (self->year, plan, year, NULL);
  gtk_label_set_label (self->other_year_text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->other_year), year != tori_plan_get_year (plan));
}

static void
follow_cb (ToriEditor *self, ToriRecord *source)
{
  ToriInitiative *initiative = tori_editor_subject_get_initiative (self->subject);
  g_autofree char *name = NULL;

  if (source != NULL && source != TORI_RECORD (initiative) && !TORI_IS_PLAN (source))
    return;
  name = g_strdup_printf ("%s %s", tori_initiative_get_number (initiative),
                          tori_initiative_get_title (initiative));
  adw_window_title_set_title (self->title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  show_year (self);
  update_actions (self);
}

static void
gone_cb (ToriEditor *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
year_chosen_cb (ToriEditor *self, int year)
{
  write_pending (self);
  tori_editor_subject_show (self->subject, tori_editor_subject_get_initiative (self->subject), year);
}

static void
reported_year_cb (ToriEditor *self)
{
  year_chosen_cb (self, tori_plan_get_year (tori_editor_subject_get_plan (self->subject)));
}

/* The main window's actions (save, print, …) work here too. */
static void
transient_for_cb (ToriEditor *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_insert_action_group (GTK_WIDGET (self), "win",
                                  G_IS_ACTION_GROUP (parent) ? G_ACTION_GROUP (parent) : NULL);
}

/* --- Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
make_button (const char *icon, const char *action, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
build_header (ToriEditor *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (ways, "linked");
  gtk_box_append (GTK_BOX (ways),
                  make_button ("go-up-symbolic", "editor.previous", _ ("Previous initiative (Alt+Page Up)")));
  gtk_box_append (GTK_BOX (ways),
                  make_button ("go-down-symbolic", "editor.next", _ ("Next initiative (Alt+Page Down)")));
  self->undo = make_button ("edit-undo-symbolic", "editor.undo", _ ("Undo"));
  self->redo = make_button ("edit-redo-symbolic", "editor.redo", _ ("Redo"));
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->year = TORI_EDITOR_CHOICE (tori_editor_choice_new_years (_ ("Fiscal year of the entry")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->year), _ ("Fiscal year of the entry"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), ways);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->redo);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->year));
  g_signal_connect_object (self->year, "chosen", G_CALLBACK (year_chosen_cb), self, G_CONNECT_SWAPPED);
  return header;
}

static GtkWidget *
make_bar (const char *text, GtkLabel **label)
{
  GtkWidget *bar = gtk_info_bar_new ();

  *label = GTK_LABEL (gtk_label_new (text));
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (*label, TRUE);
  gtk_label_set_xalign (*label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (*label), TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), GTK_WIDGET (*label));
  return bar;
}

static GtkWidget *
build_other_year (ToriEditor *self)
{
  /* Translators: a button that shows the entry of the year being reported. */
  GtkWidget *button = gtk_button_new_with_label (_ ("Show That Year"));

  self->other_year = GTK_INFO_BAR (make_bar (NULL, &self->other_year_text));
  gtk_info_bar_add_child (self->other_year, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reported_year_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->other_year);
}

static GtkWidget *
build_reading (ToriEditor *self)
{
  GtkLabel *label;

  self->reading_bar =
      make_bar (_ ("Somebody else has this plan open: you can read it, but not change it."), &label);
  gtk_widget_hide (self->reading_bar);
  return self->reading_bar;
}

static GtkWidget *
build_texts (ToriEditor *self)
{
  GtkWidget *columns = tori_group_box_new_columns (25, 12);

  for (guint i = 0; i < G_N_ELEMENTS (tori_block_kinds); i++)
    tori_group_box_append (TORI_GROUP_BOX (columns),
                           tori_block_column_new (self->subject, &tori_block_kinds[i]));
  return columns;
}

/* First what is written each year, then what belongs to the initiative in all of them. */
static void
build_page (ToriEditor *self)
{
  self->head = tori_editor_head_new (self->subject);
  gtk_box_append (self->page, self->head);
  gtk_box_append (self->page, tori_editor_schedule_new (self->subject));
  gtk_box_append (self->page, tori_topic_section_new (self->subject));
  gtk_box_append (self->page, tori_former_bar_new (self->subject));
  gtk_box_append (self->page, build_texts (self));
  gtk_box_append (self->page, tori_attachment_section_new (self->subject));
  gtk_box_append (self->page, tori_indicator_section_new (self->subject));
  gtk_box_append (self->page, tori_editor_about_new (self->subject));
}

static void
build (ToriEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->scrolled = gtk_scrolled_window_new ();
  self->page = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->page), "tori-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1800);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1600);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->page));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), build_reading (self));
  gtk_box_append (GTK_BOX (box), build_other_year (self));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/* --- The class ------------------------------------------------------------------------------------------ */

static void
tori_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriEditor *self = TORI_EDITOR (object);

  switch ((ToriEditorProp) id)
    {
    case PROP_LIST: g_value_set_object (value, self->list); return;
    case PROP_COMPOSING: g_value_set_boolean (value, tori_editor_get_composing (self)); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((ToriEditorProp) id)
    {
    case PROP_LIST: tori_editor_set_list (TORI_EDITOR (object), g_value_get_object (value)); return;
    case PROP_COMPOSING:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_editor_dispose (GObject *object)
{
  ToriEditor *self = TORI_EDITOR (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->composing);
  g_clear_object (&self->subject);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tori_editor_parent_class)->dispose (object);
}

/* Who opens it wants to write, and not to go on to another one. */
static void
tori_editor_map (GtkWidget *widget)
{
  ToriEditor *self = TORI_EDITOR (widget);
  GtkWidget *focus;

  GTK_WIDGET_CLASS (tori_editor_parent_class)->map (widget);

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->scrolled))
    gtk_widget_child_focus (self->scrolled, GTK_DIR_TAB_FORWARD);
}

static void
tori_editor_class_init (ToriEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tori_editor_get_property;
  object_class->set_property = tori_editor_set_property;
  object_class->dispose = tori_editor_dispose;
  widget_class->map = tori_editor_map;
  GTK_WINDOW_CLASS (klass)->close_request = tori_editor_close_request;

  props[PROP_LIST] =
      g_param_spec_object ("list", NULL, NULL, G_TYPE_LIST_MODEL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_COMPOSING] =
      g_param_spec_boolean ("composing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_install_action (widget_class, "editor.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "editor.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "editor.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "editor.former", NULL, former_cb);
  gtk_widget_class_install_action (widget_class, "editor.copy-former", NULL, copy_former_cb);
  /* In the bubble phase: the input method and the fields have every key first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "editor.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "editor.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "editor.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "editor.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "editor.redo", NULL);
  for (int i = 0; i <= 9; i++)
    gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint) i, GDK_ALT_MASK, level_cb, "i", i);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, 0, section_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK, section_cb, "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "editor.former", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "editor.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "editor.close", NULL);
  tori_help_bind (widget_class, "entry");
}

static void
tori_editor_init (ToriEditor *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "tori-editor");
  gtk_widget_set_size_request (GTK_WIDGET (self), 480, 360);
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 860);
  self->settings = tori_settings_open ();
  if (self->settings != NULL)
    {
      g_settings_bind (self->settings, "editor-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (self->settings, "editor-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
    }
  self->composing = tori_composing_new (GTK_WINDOW (self));
  g_signal_connect_object (self->composing, "notify::active", G_CALLBACK (composing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::transient-for", G_CALLBACK (transient_for_cb), NULL);
}

/**
 * tori_editor_new:
 * @history: the history of the plan that is edited
 *
 * Returns: a window that shows nothing yet
 */
GtkWindow *
tori_editor_new (ToriHistory *history)
{
  ToriEditor *self;

  g_return_val_if_fail (TORI_IS_HISTORY (history), NULL);

  self = g_object_new (TORI_TYPE_EDITOR, NULL);
  self->subject = tori_editor_subject_new (history);
  if (self->settings != NULL)
    g_settings_bind (self->settings, "editor-former", self->subject, "shows-former", G_SETTINGS_BIND_DEFAULT);
  build (self);
  build_page (self);
  g_signal_connect_object (self->subject, "follow", G_CALLBACK (follow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "gone", G_CALLBACK (gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::undo-step", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::redo-step", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * tori_editor_show:
 * @self: an editor
 * @initiative: an initiative of its plan
 * @year: the fiscal year whose entry is shown; there need not be one
 *
 * The focus stays in the same field if it is in one.
 */
void
tori_editor_show (ToriEditor *self, ToriInitiative *initiative, int year)
{
  g_return_if_fail (TORI_IS_EDITOR (self));
  g_return_if_fail (TORI_IS_INITIATIVE (initiative));

  write_pending (self);
  tori_editor_subject_show (self->subject, initiative, year);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->head);
}

/**
 * tori_editor_go_to:
 * @self: an editor
 * @record: a record of the initiative that it shows
 * @property: (nullable): its property
 *
 * Goes to the field where that is written.
 */
void
tori_editor_go_to (ToriEditor *self, ToriRecord *record, const char *property)
{
  g_return_if_fail (TORI_IS_EDITOR (self));
  g_return_if_fail (TORI_IS_RECORD (record));

  tori_editor_place_go_to (GTK_WIDGET (self->page), record, property);
}

/**
 * tori_editor_set_reading:
 * @self: an editor
 * @reading: whether what it shows can only be read
 *
 * The page stays as it looks, since it has to be read; but neither the pointer nor a key gets at its fields.
 */
void
tori_editor_set_reading (ToriEditor *self, gboolean reading)
{
  g_return_if_fail (TORI_IS_EDITOR (self));

  if (reading)
    {
      write_pending (self);
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
    }
  gtk_widget_set_visible (self->reading_bar, reading);
  gtk_widget_set_can_target (GTK_WIDGET (self->page), !reading);
  gtk_widget_set_can_focus (GTK_WIDGET (self->page), !reading);
  gtk_widget_set_focusable (self->scrolled, reading);
  if (reading)
    gtk_widget_grab_focus (self->scrolled);
  update_actions (self);
}

/**
 * tori_editor_write:
 * @self: an editor
 *
 * Puts what is being typed into the plan, before it is saved, printed or something is undone.
 */
void
tori_editor_write (ToriEditor *self)
{
  g_return_if_fail (TORI_IS_EDITOR (self));

  write_pending (self);
}

/**
 * tori_editor_get_initiative:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the initiative that it shows
 */
ToriInitiative *
tori_editor_get_initiative (ToriEditor *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR (self), NULL);

  return tori_editor_subject_get_initiative (self->subject);
}

int
tori_editor_get_year (ToriEditor *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR (self), 0);

  return tori_editor_subject_get_year (self->subject);
}

/**
 * tori_editor_get_list:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the initiatives in the order in which previous and next go through
 * them
 */
GListModel *
tori_editor_get_list (ToriEditor *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR (self), NULL);

  return self->list;
}

void
tori_editor_set_list (ToriEditor *self, GListModel *list)
{
  g_return_if_fail (TORI_IS_EDITOR (self));

  if (self->list == list)
    return;
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_object (list, "items-changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

/**
 * tori_editor_get_composing:
 * @self: an editor
 *
 * Returns: whether an input method is composing here, and must get every key
 */
gboolean
tori_editor_get_composing (ToriEditor *self)
{
  g_return_val_if_fail (TORI_IS_EDITOR (self), FALSE);

  return tori_composing_get_active (self->composing);
}
