/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-composing.h"

/*
 * Whether the input method is composing in a window: between the first key of 「とりくみ」 and the commit of
 * 「取組」 every key belongs to it. Only the widget with the focus can compose, so that one is listened to,
 * and no field has to report by itself.
 */
struct _ToriComposing
{
  GObject parent_instance;

  GtkWindow *window; /* unowned; cleared when it goes */
  GtkWidget *field;  /* with the focus, and able to compose; weak */
  gulong preedit_id;
  gboolean active;
};

typedef enum
{
  PROP_ACTIVE = 1
} ToriComposingProp;

static GParamSpec *props[PROP_ACTIVE + 1];

G_DEFINE_FINAL_TYPE (ToriComposing, tori_composing, G_TYPE_OBJECT)

static void
set_active (ToriComposing *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

static void
preedit_changed_cb (ToriComposing *self, const char *preedit)
{
  set_active (self, preedit != NULL && *preedit != '\0');
}

static void
set_field (ToriComposing *self, GtkWidget *field)
{
  if (self->field == field)
    return;
  if (self->field != NULL)
    {
      g_signal_handler_disconnect (self->field, self->preedit_id);
      g_clear_weak_pointer (&self->field);
    }
  set_active (self, FALSE);
  if (field == NULL)
    return;
  g_set_weak_pointer (&self->field, field);
  self->preedit_id = g_signal_connect_object (field, "preedit-changed", G_CALLBACK (preedit_changed_cb), self,
                                              G_CONNECT_SWAPPED);
}

static void
focus_changed_cb (ToriComposing *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  set_field (self, GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus) ? focus : NULL);
}

static void
tori_composing_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ToriComposing *self = TORI_COMPOSING (object);

  switch ((ToriComposingProp) id)
    {
    case PROP_ACTIVE: g_value_set_boolean (value, self->active); return;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tori_composing_dispose (GObject *object)
{
  ToriComposing *self = TORI_COMPOSING (object);

  if (self->field != NULL)
    g_signal_handler_disconnect (self->field, self->preedit_id);
  g_clear_weak_pointer (&self->field);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (tori_composing_parent_class)->dispose (object);
}

static void
tori_composing_class_init (ToriComposingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tori_composing_get_property;
  object_class->dispose = tori_composing_dispose;

  props[PROP_ACTIVE] =
      g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tori_composing_init (ToriComposing *self)
{
}

/**
 * tori_composing_new:
 * @window: the window to watch; no reference is taken
 *
 * Returns: (transfer full): tells by its property "active" whether somebody composes in @window
 */
ToriComposing *
tori_composing_new (GtkWindow *window)
{
  ToriComposing *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  self = g_object_new (TORI_TYPE_COMPOSING, NULL);
  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
  focus_changed_cb (self);
  return self;
}

gboolean
tori_composing_get_active (ToriComposing *self)
{
  g_return_val_if_fail (TORI_IS_COMPOSING (self), FALSE);

  return self->active;
}
