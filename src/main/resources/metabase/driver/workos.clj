(ns metabase.driver.workos
  "The WorkOS API as a database of Metabase's. Compiled by Metabase when the driver is first used."
  (:require
   [clojure.string :as str]
   [metabase.driver :as driver]
   [metabase.driver.sql-jdbc.connection :as sql-jdbc.conn]
   [metabase.driver.sql-jdbc.sync :as sql-jdbc.sync]
   [metabase.driver.sql.query-processor :as sql.qp])
  (:import
   (clojure.lang MultiFn)))

(driver/register! :workos :parent :sql-jdbc)

(doseq [[feature supported?] {:set-timezone            false
                              :convert-timezone        false
                              :percentile-aggregations true
                              :regex                   false
                              :nested-field-columns    false
                              :actions                 false
                              :uploads                 false
                              :persist-models          false
                              :window-functions/offset false
                              :datetime-diff           true
                              :now                     true
                              :temporal-extract        true
                              :date-arithmetics        true}]
  (defmethod driver/database-supports? [:workos feature] [_driver _feature _database] supported?))

(defmethod driver/db-default-timezone :workos [_driver _database] "UTC")

(defmethod driver/db-start-of-week :workos [_driver] :monday)

;; The API key is the password, so that Metabase hides it. java.jdbc makes properties of all keys
;; that it does not know, and the driver refuses a property that it does not know.
(defmethod sql-jdbc.conn/connection-details->spec :workos
  [_driver {:keys [host password additional-options]}]
  {:classname   "io.workosjdbc.Driver"
   :subprotocol "workos"
   :subname     (str/join ";" (remove str/blank? [(when-not (str/blank? host) (str "baseUrl=" host))
                                                  additional-options]))
   :password    password})

;; Older versions of Metabase have no such question.
(when-let [data-source-name (resolve 'metabase.driver.sql-jdbc.connection/data-source-name)]
  (.addMethod ^MultiFn @data-source-name :workos
              (fn [_driver {:keys [host]}] (if (str/blank? host) "workos" host))))

(defmethod sql-jdbc.sync/excluded-schemas :workos [_driver] #{"information_schema"})

(defmethod sql-jdbc.sync/database-type->base-type :workos
  [_driver database-type]
  (case (str/upper-case (name database-type))
    ("VARCHAR" "CHAR")                 :type/Text
    "BOOLEAN"                          :type/Boolean
    "BIGINT"                           :type/BigInteger
    ("INTEGER" "SMALLINT" "TINYINT")   :type/Integer
    "DECIMAL"                          :type/Decimal
    ("DOUBLE" "FLOAT" "REAL")          :type/Float
    "TIMESTAMP"                        :type/DateTime
    "DATE"                             :type/Date
    "TIME"                             :type/Time
    :type/*))

(defmethod sql.qp/current-datetime-honeysql-form :workos [_driver] [:raw "CURRENT_TIMESTAMP"])

(defn- unit-name [unit] [:raw (str/upper-case (name unit))])

(defmethod sql.qp/add-interval-honeysql-form :workos
  [_driver expr amount unit]
  [:timestampadd (unit-name unit) [:inline (int amount)] expr])

(defmethod sql.qp/unix-timestamp->honeysql [:workos :seconds]
  [_driver _unit expr]
  [:timestampadd (unit-name :second) expr [:raw "TIMESTAMP '1970-01-01 00:00:00'"]])

(doseq [unit [:year :quarter :month :week :day :hour :minute :second]]
  (defmethod sql.qp/datetime-diff [:workos unit]
    [_driver _unit x y]
    [:timestampdiff (unit-name unit) x y]))

(defn- truncated [unit expr] [:date_trunc [:inline (name unit)] expr])

(defn- part [unit expr] [:date_part [:inline unit] expr])

(defmethod sql.qp/date [:workos :default] [_driver _unit expr] expr)

(doseq [unit [:second :minute :hour :day :month :quarter :year]]
  (defmethod sql.qp/date [:workos unit] [_driver _unit expr] (truncated unit expr)))

(defmethod sql.qp/date [:workos :week]
  [driver _unit expr]
  (sql.qp/adjust-start-of-week driver (partial truncated :week) expr))

(doseq [[unit field] {:second-of-minute "second"
                      :minute-of-hour   "minute"
                      :hour-of-day      "hour"
                      :day-of-month     "day"
                      :day-of-year      "doy"
                      :month-of-year    "month"
                      :quarter-of-year  "quarter"
                      :year-of-era      "year"}]
  (defmethod sql.qp/date [:workos unit] [_driver _unit expr] (part field expr)))

(defmethod sql.qp/date [:workos :day-of-week]
  [driver _unit expr]
  (sql.qp/adjust-day-of-week driver (part "isodow" expr)))

(defmethod sql.qp/date [:workos :week-of-year-iso] [_driver _unit expr] (part "week" expr))
