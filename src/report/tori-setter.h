/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tori-content.h"

G_BEGIN_DECLS

/* Sets rows in type: one for each thread. */
typedef struct _ToriSetter ToriSetter;

ToriSetter *tori_setter_new (double font_size, GError **error);
void tori_setter_free (ToriSetter *self);
ToriTypesetter *tori_setter_get_typesetter (ToriSetter *self);
void tori_setter_set (ToriSetter *self, ToriContent *content, const double *columns, guint n_columns);
void tori_setter_set_repeat (ToriSetter *self, ToriContent *content, ToriCell *cell, double max_height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ToriSetter, tori_setter_free)

G_END_DECLS
