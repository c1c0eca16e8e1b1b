/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "merge/tori-change.h"
#include "storage/tori-json-writer.h"

G_BEGIN_DECLS

void tori_change_list_print (GPtrArray *changes, const char *format);
void tori_change_list_write (ToriJsonWriter *json, GPtrArray *changes);
void tori_change_list_write_conflicts (ToriJsonWriter *json, GPtrArray *conflicts);

G_END_DECLS
