/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/tori-record.h"
#include "model/tori-list.h"

G_BEGIN_DECLS

#define TORI_TYPE_DEPARTMENT (tori_department_get_type ())

G_DECLARE_FINAL_TYPE (ToriDepartment, tori_department, TORI, DEPARTMENT, ToriRecord)

const char *tori_department_get_name (ToriDepartment *self);
ToriList *tori_department_get_divisions (ToriDepartment *self);

G_END_DECLS
